package khabar.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files, streams and folders. The {@link Form} of one is told by its name, else by how it begins;
 * gzip is known by its first bytes, whatever the name. A folder is read file by file in the order of their names.
 *
 * <p>Every article ends as a {@link Parsed}; a file that cannot be read is one refusal, and reading goes on. JSON is
 * streamed: memory is bounded by the longest article. Bytes that are no text are refused, never replaced.
 *
 * <p>Chosen: all files in a folder are looked at but the hidden ones, and what is no article says so; there plain text
 * must be named {@code .txt}, for a folder also holds lists, programs and notes. A file that was named itself, and
 * standard input, may be plain text under any name. Links are followed.
 */
public final class ArticleFiles {
    private ArticleFiles() {}

    /** Reads a file, or every file below a folder. */
    public static void read(Path path, Consumer<Parsed> articles) {
        if (Files.isDirectory(path)) {
            folder(path, articles);
        } else {
            file(path, true, articles);
        }
    }

    /**
     * Reads a stream in whatever form it is; what looks like nothing else is plain text.
     *
     * @param name what problems call it; its ending tells the form
     */
    public static void read(String name, InputStream in, Consumer<Parsed> articles) throws IOException {
        new Input(name, Form.of(name), true).read(in, articles);
    }

    /** Reads a stream in a form that is known. */
    public static void read(String name, InputStream in, Form form, Consumer<Parsed> articles) throws IOException {
        new Input(name, Optional.of(form), true).read(in, articles);
    }

    /** Reads a stream that was found in a folder: what looks like nothing is refused. */
    public static void readFound(String name, InputStream in, Consumer<Parsed> articles) throws IOException {
        new Input(name, Form.of(name), false).read(in, articles);
    }

    /**
     * The files below a folder, in the order of their names, but for the hidden ones; and what cannot be opened there, of
     * which {@link #closed} says why.
     */
    public static List<Path> below(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                            return isHidden(inner) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            return add(file);
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path path, IOException failure) {
                            return add(path);
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) {
                            return failure == null ? FileVisitResult.CONTINUE : add(inner);
                        }

                        private FileVisitResult add(Path path) {
                            if (!isHidden(path)) {
                                found.add(path);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        private boolean isHidden(Path path) {
                            return !path.equals(folder)
                                    && path.getFileName().toString().startsWith(".");
                        }
                    });
        } catch (IOException unreadable) {
            found.add(folder);
        }
        return found.stream().sorted().toList();
    }

    /** Why a file, or what was found below a folder, cannot be opened; empty where it can. */
    public static Optional<Problem> closed(Path path) {
        Optional<String> why = Optional.empty();
        if (!Files.exists(path)) {
            why = Optional.of(
                    Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "is a link that leads nowhere" : "no such file");
        } else if (Files.isDirectory(path)) {
            why = Optional.of(
                    Files.isSymbolicLink(path)
                            ? "is a link to a folder that it lies in; it is not followed"
                            : "is a folder that may not be looked into; check its permissions");
        } else if (!Files.isRegularFile(path)) {
            why = Optional.of("neither a file nor a folder; a pipe can be read as standard input (-)");
        } else if (!Files.isReadable(path)) {
            why = Optional.of("may not be read; check its permissions");
        }
        return why.map(reason -> new Problem.Unreadable(new SourceRef(path.toString(), 1), reason));
    }

    private static void folder(Path folder, Consumer<Parsed> articles) {
        List<Path> files = below(folder);
        if (files.isEmpty()) {
            articles.accept(refused(folder, "holds no file"));
        }
        files.forEach(file -> file(file, false, articles));
    }

    private static void file(Path path, boolean named, Consumer<Parsed> articles) {
        Optional<Problem> closed = closed(path);
        if (closed.isPresent()) {
            articles.accept(new Parsed.Refused(closed.get()));
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            new Input(path.toString(), Form.of(path.toString()), named).read(in, articles);
        } catch (AccessDeniedException denied) {
            articles.accept(refused(path, "may not be read; check its permissions"));
        } catch (FileSystemLoopException loop) {
            articles.accept(refused(path, "is a link that leads back to itself"));
        } catch (IOException broken) {
            articles.accept(refused(path, "cannot be read: " + broken.getMessage()));
        }
    }

    private static Parsed refused(Path path, String why) {
        return new Parsed.Refused(new Problem.Unreadable(new SourceRef(path.toString(), 1), why));
    }
}
