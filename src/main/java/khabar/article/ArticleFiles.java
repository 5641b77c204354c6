package khabar.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads articles from files: {@code .jsonl}, {@code .ndjson} and {@code .json} as JSON, one object a line or an array of
 * them, {@code .txt} and whatever has another name as plain text, folders file by file in the order of their names.
 *
 * <p>Every article ends as a {@link Parsed}; a file that cannot be read is one refusal, and reading goes on. JSON is
 * streamed: memory is bounded by the longest article. Text is UTF-8; bytes that are not are refused, never replaced.
 */
public final class ArticleFiles {
    private static final List<String> JSON = List.of(".jsonl", ".ndjson", ".json");
    private static final String TEXT = ".txt";

    private ArticleFiles() {}

    /** Reads a file, or every article file below a folder. */
    public static void read(Path path, Consumer<Parsed> articles) {
        try {
            if (Files.isDirectory(path)) {
                folder(path, articles);
            } else if (Files.isRegularFile(path)) {
                try (InputStream in = Files.newInputStream(path)) {
                    read(path.toString(), in, isJson(path.toString()), articles);
                }
            } else if (Files.exists(path)) {
                articles.accept(refused(path, "neither a file nor a folder"));
            } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                articles.accept(refused(path, "is a link that leads nowhere"));
            } else {
                articles.accept(refused(path, "no such file"));
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
     * @param json JSON, one object a line or an array of them; else one article in plain text
     */
    public static void read(String name, InputStream in, boolean json, Consumer<Parsed> articles) throws IOException {
        if (json) {
            JsonStream.read(name, in, articles);
        } else {
            articles.accept(plain(name, in.readNBytes(Decoded.LONGEST_ARTICLE + 1)));
        }
    }

    /** Whether a file of this name holds JSON. */
    public static boolean isJson(String name) {
        return JSON.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /**
     * The article files below a folder, in the order of their names, and the folders there that may not be looked into.
     *
     * @throws IOException where the folder itself may not be looked into
     */
    public static List<Path> below(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file) && isArticle(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
                if (path.equals(folder)) {
                    throw failure;
                }
                found.add(path);
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    private static boolean isArticle(Path file) {
        String name = file.toString();
        return isJson(name) || name.toLowerCase(Locale.ROOT).endsWith(TEXT);
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

    private static Parsed refused(Path path, String why) {
        return new Parsed.Refused(new Problem.Unreadable(new SourceRef(path.toString(), 1), why));
    }
}
