package khabar.app.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.vocab.Base;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khabar serve}. */
@Command(
        name = "serve",
        description = "Serves pages, data and SPARQL; also what happens where no command is given.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "<number>", description = "The port (server.port; default 8080).")
    private @Nullable Integer port;

    @Option(names = "--base", paramLabel = "<iri>", description = "What all IRIs begin with (khabar.base).")
    private @Nullable String base;

    @Option(names = "--no-sample", description = "Do not load the sample articles into a new store.")
    private boolean noSample;

    private final Root root;

    ServeCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Map<String, String> given = new HashMap<>();
        Optional.ofNullable(port).ifPresent(number -> given.put(Settings.PORT, number.toString()));
        Optional.ofNullable(base).ifPresent(iri -> given.put(Settings.BASE, iri));
        if (noSample) {
            given.put(Settings.SAMPLE, "false");
        }
        Settings settings = root.settings(given);
        Base published = settings.base().orElse(Base.LOCAL);
        root.warnOfLocal(published);
        String at = settings.given().getOrDefault(Settings.PORT, "8080");
        if (published.isLocal()
                && !at.equals("0")
                && !at.equals("80")
                && !published.iri().contains(":" + at + "/")) {
            root.say("and it names another port than " + at
                    + ", where this server answers; a new store may be made with --base http://localhost:" + at + "/");
        }
        root.surroundings.server().start(settings);
        return ExitCode.OK;
    }
}
