package khabar.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;

/**
 * Trains the filter of Arabic events that comes with the program: {@code KHABAR_DATA=folder mvn -Ptrain verify
 * -Dtest=EventTraining} writes {@code src/main/resources/event/filter-ar.bin} and the manifest beside it. The same gold,
 * gazetteer, recogniser of names and patterns give the same bytes.
 */
class EventTraining {
    private static final Path OUT = Path.of("src/main/resources/event");
    private static final int FOLDS = 5;
    static final FilterTrainer.Plan PLAN = new FilterTrainer.Plan(120, 0.1, 0.01);

    @Test
    void train() throws IOException {
        List<JudgedSentence> sentences = JudgedSentence.read(EventGold.train()).stream()
                .filter(sentence -> sentence.hasDrafts() && !sentence.gold().isAmbiguous())
                .toList();
        assertThat(sentences).hasSizeGreaterThan(500);
        Map<EventType, Filter.Sigmoid> sigmoids = new EnumMap<>(EventType.class);
        Map<JudgedSentence, Double> unseen = scoresOfUnseen(sentences);
        for (EventType type : LearntJudge.LEARNT) {
            sigmoids.put(type, sigmoid(sentences, unseen, type));
        }
        Filter filter = FilterTrainer.filter(FilterTrainer.train(examples(sentences), PLAN), sigmoids);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        filter.write(new DataOutputStream(bytes));
        Files.createDirectories(OUT);
        Files.write(OUT.resolve("filter-ar.bin"), bytes.toByteArray());
        Files.writeString(OUT.resolve("filter-ar.txt"), manifest(sentences.size(), bytes.toByteArray()));
    }

    /** Of each sentence the score by weights that were trained without its part of the documents. */
    static Map<JudgedSentence, Double> scoresOfUnseen(List<JudgedSentence> sentences) {
        Map<JudgedSentence, Double> scores = new IdentityHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int without = fold;
            float[] weights = FilterTrainer.train(
                    examples(sentences.stream()
                            .filter(s -> s.gold().fold() != without)
                            .toList()),
                    PLAN);
            sentences.stream().filter(s -> s.gold().fold() == without).forEach(s -> scores.put(s, s.score(weights)));
        }
        return scores;
    }

    private static Filter.Sigmoid sigmoid(
            List<JudgedSentence> sentences, Map<JudgedSentence, Double> scores, EventType type) {
        List<JudgedSentence> ofType =
                sentences.stream().filter(s -> s.gold().type() == type).toList();
        double[] found =
                ofType.stream().mapToDouble(s -> scores.getOrDefault(s, 0.0)).toArray();
        boolean[] labels = new boolean[found.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = ofType.get(i).gold().isYes();
        }
        Filter.Sigmoid sigmoid = FilterTrainer.calibrate(found, labels);
        for (double floor : new double[] {0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8}) {
            int right = 0;
            int stated = 0;
            for (int i = 0; i < found.length; i++) {
                if (sigmoid.of(found[i]) >= floor) {
                    stated++;
                    right += labels[i] ? 1 : 0;
                }
            }
            System.out.printf("%s at %.2f, five-fold: %d stated, %d right%n", type, floor, stated, right);
        }
        return sigmoid;
    }

    private static List<FilterTrainer.Example> examples(List<JudgedSentence> sentences) {
        return sentences.stream().map(JudgedSentence::example).toList();
    }

    private static String manifest(int sentences, byte[] model) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# What event/filter-ar.bin was trained from. Written by the training; do not edit.");
        lines.add("command   KHABAR_DATA=DIR mvn -Ptrain verify -Dtest=EventTraining");
        lines.add("sha256    " + sha256(model));
        lines.add("signs     " + Signs.VERSION);
        lines.add("gazetteer " + Gazetteer.load().version());
        lines.add("plan      " + PLAN);
        lines.add(
                "share     " + sentences + " sentences with a trigger, of the documents whose name's SHA-256 has first"
                        + " 32 bits that, as a number without sign, end in 3 to 9, but for near copies of the rest");
        for (String table : List.of("events-ar", "words-ar", "status-ar", "agents-ar")) {
            Path path = Path.of("src/main/resources/patterns", table + ".tsv");
            lines.add("patterns  " + sha256(Files.readAllBytes(path)) + " " + path);
        }
        Path names = Path.of("src/main/resources/names/recogniser.bin");
        lines.add("names     " + sha256(Files.readAllBytes(names)) + " " + names);
        for (String file : List.of(EventGold.ASSAULT, EventGold.PROTEST)) {
            lines.add("input     " + sha256(Files.readAllBytes(EventGold.data(file))) + " events/" + file);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
