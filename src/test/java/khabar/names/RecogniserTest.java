package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecogniserTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Recogniser RECOGNISER = Recogniser.load(GAZETTEER);

    /** Sentences of our own; a star before each word of a person's name, a plus before those of a place's. */
    private static final String TRAINING = """
            وصل المدير *سليم *الحداد الى +تلفريت
            قال المدير *نادر *الحداد ان المطر غزير
            زار المدير *سليم *الحداد قرية +تلفريت
            عاد المدير *رامي *السروجي الى +تلفريت
            قال المدير ان الطريق الى القرية طويل
            نزل المطر على الطريق
            """;

    @TempDir
    private Path folder;

    @Test
    void namesLieInTheirSentenceInOrderAndAreAlwaysTheSame() {
        List<String> words = List.of(
                "وزير", "الدفاع", "الروسي", "سيرغي", "شويغو", "في", "دمشق", "،", "قال", "\"", "Reuters", "2017", "محمد",
                "بن", "سلمان", "وبغداد", "للامم", "المتحدة", ".", "John", "Smith", "of", "Chicago", "said", "(",
                "مانشستر", "يونايتد");
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String text = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(i -> words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining(" "));
            List<Phrase> phrases = phrases(seed % 2 == 0 ? "ar" : "en", text);
            List<List<MentionRecogniser.Found>> found = RECOGNISER.in(phrases);
            assertThat(found).as(text).hasSameSizeAs(phrases).isEqualTo(RECOGNISER.in(phrases));
            for (int s = 0; s < phrases.size(); s++) {
                int end = 0;
                for (MentionRecogniser.Found name : found.get(s)) {
                    assertThat(name.first()).as(text).isGreaterThanOrEqualTo(end);
                    assertThat(name.last()).as(text).isGreaterThan(name.first());
                    assertThat(name.confidence()).as(text).isBetween(0.0, 1.0);
                    end = name.last();
                }
                assertThat(end).as(text).isLessThanOrEqualTo(phrases.get(s).size());
            }
        }
    }

    @Test
    void namesThatTheGazetteerDoesNotHaveAreFound() {
        assertThat(found(RECOGNISER, "ar", "وقال اللاعب رافاييل نادال بعد المباراة إنه سعيد"))
                .contains("PERSON رافاييل نادال");
        assertThat(found(RECOGNISER, "en", "The film was directed by Barry Levinson in 1988."))
                .contains("PERSON Barry Levinson");
    }

    @Test
    void trainingTwiceGivesTheSameBytesAndWhatIsLearntHoldsForNewSentences() throws IOException {
        byte[] once = bytes(trained());
        assertThat(bytes(trained())).isEqualTo(once);
        Recogniser read = Recogniser.read(GAZETTEER, new ByteArrayInputStream(once));
        assertThat(found(read, "ar", "رجع المدير نادر السروجي الى تلفريت"))
                .containsExactly("PERSON نادر السروجي", "PLACE تلفريت");
    }

    @Test
    void weightsOfAnotherVersionAreRefused() throws IOException {
        byte[] bytes = bytes(new Recogniser(GAZETTEER, Lexicon.EMPTY, Weights.EMPTY, Weights.EMPTY));
        bytes[7]++;
        assertThatThrownBy(() -> Recogniser.read(GAZETTEER, new ByteArrayInputStream(bytes)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("train it again");
    }

    @Test
    void theManifestIsThatOfTheWeights() throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(resource("recogniser.bin")));
        assertThat(new String(resource("recogniser.txt"), StandardCharsets.UTF_8))
                .contains("sha256    " + hash)
                .contains("features  " + Features.VERSION + "\n")
                .contains("plan      " + Trainer.Plan.USUAL);
    }

    private Recogniser trained() throws IOException {
        StringBuilder columns = new StringBuilder();
        for (String sentence : TRAINING.split("\n", -1)) {
            String before = "O";
            for (String word : sentence.strip().split(" ", -1)) {
                String type = word.startsWith("*") ? "PERS" : word.startsWith("+") ? "LOC" : "O";
                String tag = type.equals("O") ? "O" : (before.equals(type) ? "I-" : "B-") + type;
                if (!word.isEmpty()) {
                    columns.append(type.equals("O") ? word : word.substring(1))
                            .append(' ')
                            .append(tag)
                            .append('\n');
                }
                before = type;
            }
            columns.append('\n');
        }
        Path file = Files.writeString(folder.resolve("corpus.txt"), columns);
        List<Corpus.Document> marked = Corpus.read("own", "ar", file).documents();
        Weights arabic = Trainer.train(GAZETTEER, Lexicon.EMPTY, List.of(marked, marked), Trainer.Plan.USUAL);
        return new Recogniser(GAZETTEER, Lexicon.EMPTY, arabic, Weights.EMPTY);
    }

    private static List<Phrase> phrases(String language, String text) {
        return Corpus.article(language, text).phrases();
    }

    private static List<String> found(Recogniser recogniser, String language, String text) {
        List<Phrase> phrases = phrases(language, text);
        List<List<MentionRecogniser.Found>> found = recogniser.in(phrases);
        List<String> told = new ArrayList<>();
        for (int s = 0; s < phrases.size(); s++) {
            for (MentionRecogniser.Found name : found.get(s)) {
                told.add(name.type() + " "
                        + text.substring(
                                phrases.get(s).token(name.first()).span().start(),
                                phrases.get(s).token(name.last() - 1).span().end()));
            }
        }
        return told;
    }

    private static byte[] bytes(Recogniser recogniser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        recogniser.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(RecogniserTest.class.getResourceAsStream("/names/" + name))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
