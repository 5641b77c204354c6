package khabar.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.WrongEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khabar gazetteer check}. */
@Command(
        name = "check",
        description = {
            "Says all that is wrong in gazetteer files: the file, the line, what to do.",
            "A running server takes up new files with khabar gazetteer reload."
        },
        mixinStandardHelpOptions = true)
final class GazetteerCheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files (.ttl, .csv) or folders of them; default those of khabar.gazetteer.directory.")
    private List<Path> files = new ArrayList<>();

    private final Root root;

    GazetteerCheckCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        List<Path> all = files.isEmpty() ? List.of(root.settings(Map.of()).gazetteer()) : files;
        List<String> wrong = new ArrayList<>();
        Gazetteer gazetteer = Gazetteer.check(all, problem -> wrong.add(message(problem)));
        for (String problem : wrong) {
            root.print(problem);
        }
        if (!wrong.isEmpty()) {
            root.say(wrong.size() + " wrong");
            return ExitCode.REFUSED;
        }
        Gazetteer.Own own = gazetteer.own();
        root.print("checked %d files: %d new, %d known with more names or sources, 0 wrong"
                .formatted(own.files(), own.added(), own.extended()));
        return ExitCode.OK;
    }

    private static String message(WrongEntry problem) {
        return String.valueOf(problem.getMessage());
    }
}
