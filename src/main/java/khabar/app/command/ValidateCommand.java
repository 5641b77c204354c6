package khabar.app.command;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import khabar.article.Parsed;
import khabar.article.Problem;
import khabar.ingest.Ingest;
import khabar.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code khabar validate}. */
@Command(
        name = "validate",
        description = {
            "Reads articles as ingest does, up to the gate before the store, and says which would be refused.",
            "Stores nothing and needs no store."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs = new Inputs();

    private final Root root;

    ValidateCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Inputs.Found found = inputs.look(root::say);
        if (found.readable().isEmpty()) {
            return found.code();
        }
        Tally tally = new Tally();
        Settings settings = root.settings(Map.of());
        try (Store none = Store.empty(root.base());
                Bar bar = root.bar("validate", "", 1)) {
            Ingest flow = new Ingest(settings.reader(), none, Clock.systemUTC(), settings.terms());
            Consumer<Parsed> taker = parsed -> {
                tally.count(flow, parsed);
                bar.at(tally.read, 0);
            };
            found.read(root.surroundings.in(), taker);
        }
        root.print("read %d: %d good, %d refused".formatted(tally.read, tally.read - tally.refused, tally.refused));
        return tally.refused > 0 ? ExitCode.REFUSED : found.code();
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
