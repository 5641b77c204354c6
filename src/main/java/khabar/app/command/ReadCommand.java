package khabar.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.article.ArticleFiles;
import khabar.article.Parsed;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.ReadLine;
import khabar.ingest.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khabar read}. */
@Command(
        name = "read",
        description = "Prints what is read in articles, one JSON object a line; stores nothing.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Plain text (.txt), JSON Lines (.jsonl), or a folder of such files.")
    private List<Path> paths = new ArrayList<>();

    private final Root root;

    ReadCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        IngestCommand.Inputs inputs = IngestCommand.Inputs.of(paths, root::say);
        if (inputs.readable().isEmpty()) {
            return inputs.code();
        }
        Reader reader = Reader.of(Gazetteer.load());
        ReadLine lines = new ReadLine(root.base());
        AtomicBoolean refused = new AtomicBoolean();
        for (Path path : inputs.readable()) {
            ArticleFiles.read(path, parsed -> {
                switch (parsed) {
                    case Parsed.Accepted accepted -> print(lines.of(reader.read(accepted.article())));
                    case Parsed.Refused no -> {
                        root.say(no.problem().at() + ": " + no.problem().message());
                        refused.set(true);
                    }
                }
            });
        }
        return refused.get() ? ExitCode.REFUSED : inputs.code();
    }

    private void print(String line) {
        try {
            root.print(line);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
