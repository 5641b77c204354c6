package khabar.names.model;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a model, all of them looked through: {@code model.onnx}, {@code vocab.txt}, {@code config.json} and {@code
 * plugin.yaml}. What is wrong with them is an {@link UnusableModel}.
 *
 * @param hash 12 hex digits over all four files
 * @param longest how many pieces the model takes at a time, those at the ends among them
 */
record ModelFolder(Plugin plugin, WordPiece cutter, Labels labels, Model model, String hash, int longest) {
    private static final String NETWORK = "model.onnx";
    private static final String VOCABULARY = "vocab.txt";
    private static final String CONFIGURATION = "config.json";
    private static final String PLUGIN = "plugin.yaml";
    /** What BERT was trained with; a configuration may have less. */
    private static final int MOST_PIECES = 512;

    private static final int LEAST_PIECES = 8;

    /** The network as its hash was checked: the very bytes that the runtime gets. */
    record Model(Path file, MappedByteBuffer bytes) {}

    static ModelFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableModel(folder + ": no such folder; set khabar.names.model to the folder of a model");
        }
        for (String file : List.of(PLUGIN, CONFIGURATION, VOCABULARY, NETWORK)) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new UnusableModel(folder.resolve(file) + ": no such file; " + lacking(folder, file));
            }
        }
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            Plugin plugin = Plugin.parse(folder.resolve(PLUGIN), text(folder, PLUGIN, all));
            JsonNode configuration = json(folder.resolve(CONFIGURATION), text(folder, CONFIGURATION, all));
            Labels labels = labels(folder, configuration, plugin);
            WordPiece cutter = cutter(folder, text(folder, VOCABULARY, all), plugin);
            Model model = model(folder, plugin);
            all.update(plugin.sha256().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String hash = HexFormat.of().formatHex(all.digest()).substring(0, 12);
            return new ModelFolder(plugin, cutter, labels, model, hash, longest(folder, configuration));
        } catch (IOException unreadable) {
            throw new UnusableModel(folder + ": cannot be read: " + unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String lacking(Path folder, String file) {
        if (file.equals(VOCABULARY) && Files.exists(folder.resolve("tokenizer.json"))) {
            return "write it from model.vocab of tokenizer.json, a piece a line in the order of the numbers, where model.type is"
                    + " WordPiece; models with other pieces (BPE, Unigram) are not read";
        }
        return "a model is model.onnx, vocab.txt, config.json and plugin.yaml, see the README";
    }

    private static String text(Path folder, String file, MessageDigest all) throws IOException {
        try {
            String text = Files.readString(folder.resolve(file));
            all.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            all.update((byte) 0);
            return text;
        } catch (CharacterCodingException other) {
            throw new UnusableModel(folder.resolve(file) + ": not in UTF-8; write it in UTF-8");
        }
    }

    private static JsonNode json(Path file, String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException broken) {
            throw new UnusableModel(
                    file + ":" + broken.getLocation().getLineNr() + ": not JSON: " + broken.getOriginalMessage());
        }
    }

    private static WordPiece cutter(Path folder, String vocabulary, Plugin plugin) {
        try {
            return new WordPiece(vocabulary.lines().toList(), plugin.normalisation());
        } catch (IllegalArgumentException lacking) {
            throw new UnusableModel(folder.resolve(VOCABULARY) + ": " + lacking.getMessage()
                    + "; only vocabularies of WordPiece with the marks of BERT are read");
        }
    }

    private static Labels labels(Path folder, JsonNode configuration, Plugin plugin) {
        Path file = folder.resolve(CONFIGURATION);
        JsonNode names = configuration.path("id2label");
        if (!names.isObject() || names.isEmpty()) {
            throw new UnusableModel(file + ": lacks id2label, an object of numbers from 0 and labels");
        }
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode name = names.path(Integer.toString(i));
            if (!name.isString()) {
                throw new UnusableModel(file + ": id2label lacks " + i + "; labels are numbered from 0 without a gap");
            }
            String label = name.stringValue();
            labels.add(Label.of(label, plugin.types())
                    .orElseThrow(() -> new UnusableModel(file + ": the label " + label + " has no type in "
                            + folder.resolve(PLUGIN) + "; say under types what it means, or none")));
        }
        return new Labels(labels);
    }

    private static int longest(Path folder, JsonNode configuration) {
        JsonNode most = configuration.path("max_position_embeddings");
        if (!most.isInt() || most.intValue() < LEAST_PIECES) {
            throw new UnusableModel(folder.resolve(CONFIGURATION) + ": lacks max_position_embeddings, a number from "
                    + LEAST_PIECES + " on");
        }
        return Math.min(MOST_PIECES, most.intValue());
    }

    private static Model model(Path folder, Plugin plugin) throws IOException, NoSuchAlgorithmException {
        Path file = folder.resolve(NETWORK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new UnusableModel(file + ": more than 2 GB; models of that size are not read");
            }
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            String hash = HexFormat.of().formatHex(digest.digest());
            if (!hash.equals(plugin.sha256())) {
                throw new UnusableModel(file + ": its SHA-256 is " + hash + ", and " + folder.resolve(PLUGIN) + " says "
                        + plugin.sha256() + "; get the model again, or write down the hash if you trust the file");
            }
            return new Model(file, bytes.rewind());
        }
    }
}
