package khabar.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import khabar.app.desk.Desk;
import khabar.store.Verification;
import picocli.CommandLine.Command;

/** {@code khabar verify}. */
@Command(
        name = "verify",
        description = {
            "Goes through all of the store: every quad of every index, the search indexes, the archive, and the checks of"
                    + " queries/check.",
            "Prints a line for each thing that is not as it should be, and ends with 65 where there is one."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Root root;

    VerifyCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Verification.Report report;
        try (Desk desk = root.existingDesk();
                Bar bar = root.bar("verify", " k", 1_000)) {
            report = desk.verify(bar);
        }
        for (String finding : report.findings()) {
            root.print(finding);
        }
        root.print("verified %d quads, %d texts, %d originals: %d findings"
                .formatted(
                        report.quads(),
                        report.documents(),
                        report.originals(),
                        report.findings().size()));
        if (!report.findings().isEmpty()) {
            root.say(
                    "an index of texts is made anew by khabar reindex; for all else khabar restore makes a store of a backup");
        }
        return report.findings().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }
}
