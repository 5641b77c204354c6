package khabar.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Marked articles of one's own that help to train the recogniser: {@code mvn -Ptrain verify -Dkhabar.train.extra=DIR}, with
 * files in {@code DIR/ar} and {@code DIR/en}. Each line has a word, a blank and its tag: {@code O}, or {@code B-} or
 * {@code I-} with {@code PER}, {@code ORG}, {@code LOC} or {@code MISC}; an empty line ends a sentence. They count as
 * part of the first corpus of their language, so mark what it marks: names, with the words of which they are made, and no
 * nouns that stand for them.
 */
record OwnArticles(Path folder) {
    private static final Pattern TAG = Pattern.compile("O|[BI]-(PERS?|ORG|LOC|MISC)");

    /** The folder that the property names, or none. */
    static List<OwnArticles> given() {
        String folder = System.getProperty("khabar.train.extra", "");
        return folder.isBlank() ? List.of() : List.of(new OwnArticles(Path.of(folder)));
    }

    /**
     * The articles in a language.
     *
     * @throws IllegalArgumentException if there is no such folder, or a line is not a word and its tag
     */
    List<Corpus.Document> in(String language) {
        return files(language).stream()
                .map(OwnArticles::checked)
                .flatMap(file -> Corpus.read(file.toString(), language, file).documents().stream())
                .toList();
    }

    /** The files in a language, by name; none where the folder has no part of that language. */
    List<Path> files(String language) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("khabar.train.extra: " + folder + " is no folder");
        }
        Path part = folder.resolve(language);
        if (!Files.isDirectory(part)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(part)) {
            return files.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path checked(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String[] columns = lines.get(i).strip().split("\\s+", -1);
                boolean empty = columns.length == 1 && columns[0].isEmpty();
                if (!empty && (columns.length != 2 || !TAG.matcher(columns[1]).matches())) {
                    throw new IllegalArgumentException(file + ", line " + (i + 1) + ": \"" + lines.get(i)
                            + "\" is not a word, a blank and one of the tags O, B-PER, I-PER, B-ORG … I-MISC");
                }
            }
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be read as UTF-8 text", broken);
        }
    }
}
