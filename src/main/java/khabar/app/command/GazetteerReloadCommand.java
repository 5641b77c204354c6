package khabar.app.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import khabar.app.desk.ServerDesk;
import khabar.gazetteer.Gazetteer;
import picocli.CommandLine.Command;

/** {@code khabar gazetteer reload}. */
@Command(
        name = "reload",
        description = {
            "Has the running server take up the files of its khabar.gazetteer.directory as they are now.",
            "Where one is wrong, that is said and all stays as it was. Stored articles follow with khabar reread."
        },
        mixinStandardHelpOptions = true)
final class GazetteerReloadCommand implements Callable<Integer> {
    private final Root root;

    GazetteerReloadCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        try (ServerDesk server = ServerDesk.find(root.settings(Map.of()).store())
                .orElseThrow(() -> new Stop(
                        ExitCode.NO_INPUT,
                        "no server is running on this store; without one every command reads the files anew"))) {
            Gazetteer.Own own = server.reloadGazetteer();
            root.print("reloaded %d files: %d new, %d known with more names or sources"
                    .formatted(own.files(), own.added(), own.extended()));
        }
        return ExitCode.OK;
    }
}
