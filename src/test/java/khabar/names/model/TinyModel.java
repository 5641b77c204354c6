package khabar.names.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A model of two dozen pieces that knows one man, one town and one club, in Arabic and English. */
public final class TinyModel {
    static final List<String> LABELS = List.of("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC");
    static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "سليم", "وس", "##ليم", "الحداد", "تلفريت", "زار", "قال", "نادي",
            "الفلك", "Salim", "Had", "##dad", "Tel", "##frit", "visited", "ez", "Zor", "-", ".", "لبنان");
    /** What each piece says, and how sure it is of it: the score against 0 of all other labels. */
    private static final Map<String, String> SAYS = Map.ofEntries(
            Map.entry("سليم", "B-PERS"),
            Map.entry("وس", "B-PERS"),
            Map.entry("الحداد", "I-PERS"),
            Map.entry("تلفريت", "B-LOC"),
            Map.entry("نادي", "B-ORG"),
            Map.entry("الفلك", "I-ORG"),
            Map.entry("Salim", "B-PERS"),
            Map.entry("Had", "I-PERS"),
            Map.entry("##dad", "B-LOC"),
            Map.entry("Tel", "I-LOC"),
            Map.entry("ez", "B-LOC"),
            Map.entry("Zor", "I-LOC"),
            Map.entry("-", "B-MISC"),
            Map.entry("لبنان", "B-PERS"));

    private static final float SCORE = 8;

    private TinyModel() {}

    /** Writes it into a folder that is there. */
    public static Path in(Path folder) {
        return in(folder, List.of("input_ids", "attention_mask"), "ar, en", 512);
    }

    static Path in(Path folder, List<String> inputs, String languages, int longest) {
        float[][] table = new float[VOCABULARY.size()][LABELS.size()];
        SAYS.forEach((piece, label) -> table[VOCABULARY.indexOf(piece)][LABELS.indexOf(label)] = SCORE);
        float[] addend = new float[LABELS.size()];
        addend[0] = SCORE / 2;
        byte[] network = OnnxBytes.network(inputs, "logits", table, addend);
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < LABELS.size(); i++) {
            labels.append(i == 0 ? "" : ", ").append("\"%d\": \"%s\"".formatted(i, LABELS.get(i)));
        }
        try {
            Files.write(folder.resolve("model.onnx"), network);
            Files.write(folder.resolve("vocab.txt"), VOCABULARY);
            Files.writeString(
                    folder.resolve("config.json"),
                    "{\"id2label\": {%s}, \"max_position_embeddings\": %d}".formatted(labels, longest));
            Files.writeString(folder.resolve("plugin.yaml"), """
                    name: tiny
                    language: [%s]
                    sha256: %s
                    licence: CC0-1.0
                    normalisation: [drop-diacritics, drop-tatweel]
                    types:
                      PERS: person
                      LOC: place
                      ORG: organisation
                      MISC: none
                    """.formatted(languages, hash(network)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return folder;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
