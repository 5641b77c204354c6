package khabar.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import khabar.article.ArticleFiles;
import khabar.article.Parsed;
import khabar.article.Problem;
import picocli.CommandLine.Parameters;

/** The files, folders and streams that a command is given to read. */
final class Inputs {
    /** What refusals call the stream that {@code -} stands for. */
    static final String STANDARD_INPUT = "standard input";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "Files, folders of files, or - for standard input: plain text, JSON Lines, JSON (ninjs and schema.org too),",
                "HTML pages, RSS and Atom feeds; any of them packed with gzip."
            })
    private List<Path> paths = new ArrayList<>();

    /**
     * What was named, looked at before anything is read.
     *
     * @param readable in the order given
     * @param code how the command ends where everything readable is read
     */
    record Found(List<Path> readable, int code) {
        /** Reads all of it, in order. */
        void read(InputStream standardInput, Consumer<Parsed> taker) throws IOException {
            for (Path path : readable) {
                if (isStandardInput(path)) {
                    ArticleFiles.read(STANDARD_INPUT, standardInput, taker);
                } else {
                    ArticleFiles.read(path, taker);
                }
            }
        }
    }

    static boolean isStandardInput(Path path) {
        return path.toString().equals("-");
    }

    Found look(Consumer<String> trouble) {
        List<Path> readable = new ArrayList<>();
        int code = ExitCode.OK;
        for (Path path : paths) {
            Optional<String> why = why(path);
            if (why.isEmpty()) {
                readable.add(path);
            } else {
                trouble.accept(path + ": " + why.get());
                boolean closed = Files.exists(path) && !Files.isReadable(path);
                if (!closed || code == ExitCode.OK) {
                    code = closed ? ExitCode.NOT_PERMITTED : ExitCode.NO_INPUT;
                }
            }
        }
        return new Found(readable, readable.isEmpty() || code == ExitCode.OK ? code : ExitCode.REFUSED);
    }

    private static Optional<String> why(Path path) {
        if (isStandardInput(path)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(path)) {
            return ArticleFiles.closed(path).map(Problem::message);
        }
        if (!Files.isReadable(path)) {
            return Optional.of("may not be read; check its permissions");
        }
        return ArticleFiles.below(path).isEmpty() ? Optional.of("holds no file") : Optional.empty();
    }
}
