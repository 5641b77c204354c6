package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;

/**
 * Trains the recogniser that comes with the program: {@code KHABAR_DATA=folder mvn -Ptrain verify} writes
 * {@code src/main/resources/names/recogniser.bin} and the manifest beside it. The same corpora, gazetteer and program give
 * the same bytes. {@code -Dkhabar.train.extra=DIR} adds marked articles of one's own, see {@link OwnArticles}; {@code
 * -Dkhabar.train.clusters=FILE} takes the clusters of words that {@code khabar clusters} has learnt from more text.
 */
class NamesTraining {
    private static final Path OUT = Path.of("src/main/resources/names");

    @Test
    void train() throws IOException {
        Path data = Path.of(System.getProperty("khabar.data", ""));
        assumeTrue(
                Files.exists(data.resolve(Training.ARABIC)),
                "set KHABAR_DATA to the folder of the corpora to train on");
        Gazetteer gazetteer = Gazetteer.load();
        Lexicon words = LexiconBuilder.build(data);
        Lexicon lexicon = words.with(TrainingClusters.of(data, words));
        List<OwnArticles> own = OwnArticles.given();
        Recogniser recogniser = new Recogniser(
                gazetteer,
                lexicon,
                Trainer.train(gazetteer, lexicon, Training.arabic(data, own), Trainer.Plan.USUAL),
                Trainer.train(gazetteer, lexicon, Training.english(data, own), Trainer.Plan.ENGLISH));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        recogniser.write(new DataOutputStream(bytes));
        assertThat(bytes.size()).isGreaterThan(1_000_000);
        Files.write(OUT.resolve("recogniser.bin"), bytes.toByteArray());
        Files.writeString(OUT.resolve("recogniser.txt"), manifest(data, own, gazetteer, bytes.toByteArray()));
    }

    private static String manifest(Path data, List<OwnArticles> own, Gazetteer gazetteer, byte[] model)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# What names/recogniser.bin was trained from. Written by the training; do not edit.");
        lines.add("command   KHABAR_DATA=DIR mvn -Ptrain verify");
        lines.add("sha256    " + sha256(model));
        lines.add("features  " + Features.VERSION);
        lines.add("gazetteer " + gazetteer.version());
        for (String list : List.of("words.properties", "well-known-ar.txt")) {
            lines.add("list      " + sha256(Files.readAllBytes(OUT.resolve(list))) + " " + OUT + "/" + list);
        }
        lines.add("plan      " + Trainer.Plan.USUAL);
        lines.add("plan      " + Trainer.Plan.ENGLISH + " in English");
        lines.add("arabic    the first four fifths of " + Training.ARABIC + ", in file order");
        lines.add("english   the first four fifths of each file of " + Training.ENGLISH + ", in file order");
        for (String file : Training.files(data)) {
            lines.add("input     " + sha256(Files.readAllBytes(data.resolve(file))) + " " + file);
        }
        for (Path file : TrainingClusters.given()) {
            lines.add("clusters  " + sha256(Files.readAllBytes(file)) + " " + file.getFileName());
        }
        for (OwnArticles articles : own) {
            for (String language : List.of("ar", "en")) {
                for (Path file : articles.files(language)) {
                    lines.add("own       " + sha256(Files.readAllBytes(file)) + " " + language + "/"
                            + file.getFileName());
                }
            }
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
