package khabar.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.ingest.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code khabar ingest}. */
@Command(
        name = "ingest",
        description = "Reads articles and stores what they say. Reading the same text again changes nothing.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs = new Inputs();

    private final Root root;

    IngestCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Inputs.Found found = inputs.look(root::say);
        if (found.readable().isEmpty()) {
            return found.code();
        }
        IngestReport sum = IngestReport.NOTHING;
        try (Desk desk = root.desk()) {
            for (Path path : found.readable()) {
                IngestReport report = Inputs.isStandardInput(path)
                        ? desk.ingest(Inputs.STANDARD_INPUT, root.surroundings.in())
                        : desk.ingest(path);
                report.refusals().forEach(refusal -> root.say(refusal.toString()));
                if (report.refused() > report.refusals().size()) {
                    root.say((report.refused() - report.refusals().size()) + " more refused in " + path);
                }
                sum = sum.plus(report);
            }
        }
        root.print(sum.line());
        return sum.refused() > 0 ? ExitCode.REFUSED : found.code();
    }
}
