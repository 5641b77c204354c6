package khabar.gazetteer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A file of a user's own, Turtle or CSV by its ending.
 *
 * @param name as messages call it
 * @param text without byte order mark
 */
record UserFile(String name, String text) {
    /** What a file says of one subject, and the line where that begins. */
    record Placed(Description description, long line) {}

    /** Those in a folder, in the order of their names; none where there is no such folder. */
    static List<UserFile> in(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongEntry(
                    folder.toString(),
                    "not a folder; khabar.gazetteer.directory names a folder of .ttl and .csv files");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && isOne(file))
                    .sorted()
                    .map(UserFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".ttl") || name.endsWith(".csv"));
    }

    /** @throws WrongEntry if it is neither .ttl nor .csv, or not UTF-8 */
    static UserFile read(Path file) {
        if (!isOne(file)) {
            throw new WrongEntry(file.toString(), "neither .ttl nor .csv; give it the ending of what it is");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return new UserFile(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException wrong) {
            throw new WrongEntry(file.toString(), "not UTF-8; save it as UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Placed> descriptions() {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? CsvEntries.of(this) : TurtleEntries.of(this);
    }
}
