package khabar.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import khabar.app.desk.Desk;
import khabar.app.desk.ServerDesk;
import khabar.app.desk.StoreDesk;
import khabar.ingest.IngestReport;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands share: settings, streams, the way to the store. */
@Command(
        name = "khabar",
        description = "Reads news and publishes who did what to whom, where and when, as linked data.",
        mixinStandardHelpOptions = true,
        version = "khabar 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
final class Root {
    @Option(
            names = "-D",
            scope = ScopeType.INHERIT,
            paramLabel = "<name=value>",
            description = "A setting, as in -Dkhabar.base=https://example.org/")
    private Map<String, String> given = new HashMap<>();

    @Option(
            names = "--store",
            scope = ScopeType.INHERIT,
            paramLabel = "<folder>",
            description = "Where the store is (khabar.store.directory; default data/store).")
    private @Nullable Path store;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where a fault came from.")
    private boolean debug;

    final Surroundings surroundings;

    Root(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    boolean debug() {
        return debug;
    }

    Settings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(given);
        all.putAll(more);
        Optional.ofNullable(store).ifPresent(folder -> all.put(Settings.STORE, folder.toString()));
        try {
            return Settings.of(all, surroundings.properties(), surroundings.variables());
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    Base base() {
        return settings(Map.of()).base().orElse(Base.LOCAL);
    }

    /** The store, through the server that holds it or else opened here; made where it is not there. */
    Desk desk() throws IOException {
        Settings settings = settings(Map.of());
        Optional<ServerDesk> server = ServerDesk.find(settings.store());
        server.ifPresent(desk -> settings.base().ifPresent(asked -> sameBase(desk, asked)));
        return server.isPresent()
                ? server.get()
                : StoreDesk.open(
                        new StoreSettings(settings.store(), settings.reserve()),
                        settings.base().orElse(Base.LOCAL),
                        settings.terms(),
                        settings::reader);
    }

    private static void sameBase(Desk server, Base asked) {
        if (!server.base().equals(asked)) {
            Base made = server.base();
            server.close();
            throw new Stop(
                    ExitCode.USAGE,
                    "the running server has the base " + made + ", not " + asked + "; leave khabar.base out, or set "
                            + made);
        }
    }

    /** Shows how far a task is, where somebody can see it. */
    Bar bar(String task, String unit, long size) {
        return surroundings.terminal() ? Bar.on(surroundings.err(), task, unit, size) : Bar.NONE;
    }

    /** The store, where there is one. */
    Desk existingDesk() throws IOException {
        Path folder = settings(Map.of()).store();
        if (!Files.isDirectory(folder)) {
            throw new Stop(
                    ExitCode.NO_INPUT, "there is no store in " + folder + "; khabar ingest or khabar serve makes one");
        }
        return desk();
    }

    void warnOfLocal(Base base) {
        if (base.isLocal()) {
            say("the base " + base + " is local: its IRIs answer on this machine only; set khabar.base to publish");
        }
    }

    /** One line for a person. */
    void say(String line) {
        surroundings.err().println("khabar: " + line);
    }

    /**
     * A line for each refusal that is kept by name, and one for all others.
     *
     * @param where the others were met, with a blank in front; may be empty
     */
    void sayRefusals(IngestReport report, String where) {
        report.refusals().forEach(refusal -> say(refusal.toString()));
        long others = report.refused() - report.refusals().size();
        if (others > 0) {
            say(others + " more refused" + where);
        }
    }

    void print(String line) throws IOException {
        surroundings.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
