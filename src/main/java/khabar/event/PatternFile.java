package khabar.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import khabar.text.Tokeniser;

/** A table of patterns on the class path: lines of cells parted by tabs; lines that begin with # explain. */
final class PatternFile {
    private PatternFile() {}

    /** @throws IllegalStateException if there is no such file: it comes with the program */
    static List<List<String>> rows(String name) {
        String path = "/patterns/" + name + ".tsv";
        try (InputStream in = Objects.requireNonNull(PatternFile.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a list in one cell. */
    static Stream<String> list(String cell) {
        return cell.equals("-")
                ? Stream.empty()
                : Arrays.stream(cell.split(",", -1)).map(String::strip);
    }

    /** One or more words in normal form, one blank between them. */
    static String normal(String words) {
        return String.join(" ", Tokeniser.normals(words));
    }
}
