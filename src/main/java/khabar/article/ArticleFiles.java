package khabar.article;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads articles from files: {@code .jsonl}, {@code .ndjson} and {@code .json} as JSON Lines, {@code .txt} and whatever
 * has another name as plain text, folders file by file in the order of their names.
 *
 * <p>Every article ends as a {@link Parsed}; a file that cannot be read is one refusal, and reading goes on. JSON Lines
 * are streamed: memory is bounded by the longest line. Text is UTF-8; bytes that are not are refused, never replaced.
 */
public final class ArticleFiles {
    /** A longer article is refused, in bytes. */
    static final int LONGEST_ARTICLE = 5_000_000;

    private static final List<String> JSON = List.of(".jsonl", ".ndjson", ".json");
    private static final List<String> READ_IN_FOLDERS = List.of(".jsonl", ".ndjson", ".json", ".txt");

    private ArticleFiles() {}

    /** Reads a file, or every article file below a folder. */
    public static void read(Path path, Consumer<Parsed> articles) {
        try {
            if (Files.isDirectory(path)) {
                folder(path, articles);
            } else if (!Files.exists(path)) {
                articles.accept(refused(path, "no such file"));
            } else if (!Files.isRegularFile(path)) {
                articles.accept(refused(path, "neither a file nor a folder"));
            } else {
                try (InputStream in = Files.newInputStream(path)) {
                    read(path.toString(), in, isJson(path.toString()), articles);
                }
            }
        } catch (AccessDeniedException denied) {
            articles.accept(refused(path, "may not be read; check its permissions"));
        } catch (FileSystemLoopException loop) {
            articles.accept(refused(path, "is a link that leads back to itself"));
        } catch (IOException broken) {
            articles.accept(refused(path, "cannot be read: " + broken.getMessage()));
        }
    }

    /**
     * Reads a stream.
     *
     * @param name what problems call it
     * @param json JSON Lines, else one article in plain text
     */
    public static void read(String name, InputStream in, boolean json, Consumer<Parsed> articles) throws IOException {
        if (json) {
            lines(name, in, articles);
        } else {
            articles.accept(plain(name, in.readNBytes(LONGEST_ARTICLE + 1)));
        }
    }

    /** Whether a file of this name holds JSON Lines. */
    public static boolean isJson(String name) {
        return JSON.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The article files below a folder, in the order of their names. */
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file ->
                            READ_IN_FOLDERS.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static void folder(Path folder, Consumer<Parsed> articles) throws IOException {
        List<Path> files = below(folder);
        if (files.isEmpty()) {
            articles.accept(refused(folder, "holds no article; give .txt or .jsonl files"));
        }
        files.forEach(file -> read(file, articles));
    }

    private static Parsed plain(String name, byte[] bytes) {
        SourceRef at = new SourceRef(name, 1);
        return switch (Decoded.of(at, bytes)) {
            case Decoded.Text text -> PlainText.read(at, text.text());
            case Decoded.Bad bad -> new Parsed.Refused(bad.problem());
        };
    }

    private static void lines(String name, InputStream in, Consumer<Parsed> articles) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
        int number = 1;
        boolean any = false;
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
            if (b == '\n') {
                any |= line(new SourceRef(name, number), line.toByteArray(), articles);
                line.reset();
                number++;
            } else if (line.size() <= LONGEST_ARTICLE) {
                line.write(b);
            }
        }
        any |= line(new SourceRef(name, number), line.toByteArray(), articles);
        if (!any) {
            articles.accept(new Parsed.Refused(new Problem.Empty(new SourceRef(name, 1), "the file")));
        }
    }

    /** Whether the line held anything. */
    private static boolean line(SourceRef at, byte[] bytes, Consumer<Parsed> articles) {
        switch (Decoded.of(at, bytes)) {
            case Decoded.Bad bad -> articles.accept(new Parsed.Refused(bad.problem()));
            case Decoded.Text text -> {
                if (text.text().isBlank()) {
                    return false;
                }
                articles.accept(JsonLines.read(at, text.text()));
            }
        }
        return true;
    }

    private static Parsed refused(Path path, String why) {
        return new Parsed.Refused(new Problem.Unreadable(new SourceRef(path.toString(), 1), why));
    }

    /** Bytes as text, or why they are none. */
    private sealed interface Decoded {
        record Text(String text) implements Decoded {}

        record Bad(Problem problem) implements Decoded {}

        static Decoded of(SourceRef at, byte[] bytes) {
            if (bytes.length > LONGEST_ARTICLE) {
                return bad(at, "longer than 5 MB; an article is shorter");
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(buffer)
                        .toString();
                String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
                return bare.indexOf('\0') >= 0 ? bad(at, "not text but binary data") : new Text(bare);
            } catch (CharacterCodingException malformed) {
                int line = at.line();
                for (int i = 0; i < buffer.position(); i++) {
                    line += bytes[i] == '\n' ? 1 : 0;
                }
                return bad(
                        new SourceRef(at.file(), line),
                        "byte " + (buffer.position() + 1) + " is not UTF-8; convert the file to UTF-8");
            }
        }

        private static Decoded bad(SourceRef at, String why) {
            return new Bad(new Problem.Unreadable(at, why));
        }
    }
}
