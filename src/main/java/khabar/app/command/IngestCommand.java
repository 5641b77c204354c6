package khabar.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import khabar.app.desk.Desk;
import khabar.article.ArticleFiles;
import khabar.ingest.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code khabar ingest}. */
@Command(
        name = "ingest",
        description = "Reads articles and stores what they say. Reading the same text again changes nothing.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Plain text (.txt), JSON Lines (.jsonl), or a folder of such files.")
    private List<Path> paths = new ArrayList<>();

    private final Root root;

    IngestCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Inputs inputs = Inputs.of(paths, root::say);
        if (inputs.readable().isEmpty()) {
            return inputs.code();
        }
        IngestReport sum = IngestReport.NOTHING;
        try (Desk desk = root.desk()) {
            for (Path path : inputs.readable()) {
                IngestReport report = desk.ingest(path);
                report.refusals().forEach(refusal -> root.say(refusal.toString()));
                if (report.refused() > report.refusals().size()) {
                    root.say((report.refused() - report.refusals().size()) + " more refused in " + path);
                }
                sum = sum.plus(report);
            }
        }
        root.print(sum.line());
        return sum.refused() > 0 ? ExitCode.REFUSED : inputs.code();
    }

    /**
     * What was named, looked at before anything is stored.
     *
     * @param readable in the order given
     * @param code how the command ends where everything readable is stored
     */
    record Inputs(List<Path> readable, int code) {
        static Inputs of(List<Path> paths, Consumer<String> trouble) throws IOException {
            List<Path> readable = new ArrayList<>();
            int code = ExitCode.OK;
            for (Path path : paths) {
                if (!Files.exists(path)) {
                    trouble.accept(path + ": no such file");
                    code = ExitCode.NO_INPUT;
                } else if (!Files.isReadable(path)) {
                    trouble.accept(path + ": may not be read; check its permissions");
                    code = code == ExitCode.OK ? ExitCode.NOT_PERMITTED : code;
                } else if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
                    trouble.accept(path + ": neither a file nor a folder");
                    code = ExitCode.NO_INPUT;
                } else if (Files.isDirectory(path) && ArticleFiles.below(path).isEmpty()) {
                    trouble.accept(path + ": holds no article; give .txt or .jsonl files");
                    code = ExitCode.NO_INPUT;
                } else {
                    readable.add(path);
                }
            }
            return new Inputs(readable, readable.isEmpty() || code == ExitCode.OK ? code : ExitCode.REFUSED);
        }
    }
}
