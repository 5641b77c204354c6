package khabar.app.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.vocab.Base;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khabar remove}. */
@Command(
        name = "remove",
        description = "Takes an article, or the sample, out of the store.",
        mixinStandardHelpOptions = true)
final class RemoveCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why the article is withdrawn; published at its address, which answers 410.")
    private String reason = "";

    private final Root root;

    RemoveCommand(Root root) {
        this.root = root;
    }

    private static final class What {
        @Parameters(paramLabel = "ARTICLE", description = "The key of the article, or its IRI.")
        private Optional<String> article = Optional.empty();

        @Option(names = "--sample", description = "All articles of the sample; they do not come back.")
        private boolean sample;
    }

    @Override
    public Integer call() throws IOException {
        try (Desk desk = root.existingDesk()) {
            if (what.sample) {
                root.print("removed " + desk.removeSample());
                return ExitCode.OK;
            }
            String key = key(what.article.orElseThrow(), desk.base());
            if (!desk.remove(key, reason)) {
                throw new Stop(ExitCode.NO_INPUT, "there is no article " + key);
            }
            root.print("removed " + key);
            return ExitCode.OK;
        }
    }

    /** Of what a person names an article by. */
    static String key(String given, Base base) {
        String key = base.parse(given)
                .filter(local -> local.type().equals("article"))
                .map(Base.Local::key)
                .orElse(given);
        if (!key.matches("[a-z0-9-]+")) {
            throw new Stop(
                    ExitCode.USAGE,
                    given + " is neither the key nor the IRI of an article; expected as in "
                            + base.id("article", "0123456789abcdef").getURI());
        }
        return key;
    }
}
