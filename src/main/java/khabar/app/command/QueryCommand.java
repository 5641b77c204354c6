package khabar.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import khabar.app.desk.AnswerFormat;
import khabar.app.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khabar query}. */
@Command(name = "query", description = "Answers a SPARQL query.", mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", description = "The query, a file that holds it, or - for standard input.")
    private String query = "";

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; default table, for graphs turtle.",
            defaultValue = "TABLE")
    private AnswerFormat format = AnswerFormat.TABLE;

    private final Root root;

    QueryCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        String text = text();
        try (Desk desk = root.existingDesk()) {
            desk.query(text, format, root.surroundings.out());
        }
        return ExitCode.OK;
    }

    private String text() throws IOException {
        if (query.equals("-")) {
            return new String(root.surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (query.contains("{") || query.contains("<")) {
            return query;
        }
        try {
            return Files.readString(Path.of(query));
        } catch (InvalidPathException notAFile) {
            return query;
        }
    }
}
