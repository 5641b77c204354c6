package khabar.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.article.ArticleFiles;
import khabar.article.Parsed;
import khabar.article.Problem;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Ingest;
import khabar.ingest.Reader;
import khabar.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khabar validate}. */
@Command(
        name = "validate",
        description = {
            "Reads articles as ingest does, up to the gate before the store, and says which would be refused.",
            "Stores nothing and needs no store."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What ingest takes: files, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    private final Root root;

    ValidateCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        IngestCommand.Inputs inputs = IngestCommand.Inputs.of(paths, root::say);
        if (inputs.readable().isEmpty()) {
            return inputs.code();
        }
        Tally tally = new Tally();
        Settings settings = root.settings(Map.of());
        try (Store none = Store.inMemory(root.base());
                Bar bar = root.bar("validate", "", 1)) {
            Ingest flow = new Ingest(Reader.of(Gazetteer.load()), none, Clock.systemUTC(), settings.terms());
            for (Path path : inputs.readable()) {
                ArticleFiles.read(path, parsed -> {
                    tally.count(flow, parsed);
                    bar.at(tally.read, 0);
                });
            }
        }
        root.print("read %d: %d good, %d refused".formatted(tally.read, tally.read - tally.refused, tally.refused));
        return tally.refused > 0 ? ExitCode.REFUSED : inputs.code();
    }

    private final class Tally {
        private long read;
        private long refused;

        void count(Ingest flow, Parsed parsed) {
            read++;
            Optional<Problem> problem = flow.check(parsed);
            problem.ifPresent(found -> {
                refused++;
                root.say(found.at() + ": " + found.message());
            });
        }
    }
}
