package khabar.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.app.command.Commands;
import khabar.app.command.Surroundings;

/** Runs command lines in this process, each with streams of its own, all on one store. */
record Shell(Path store, Map<String, String> environment) {
    Shell(Path store) {
        this(store, Map.of());
    }

    /** What a command left behind. */
    record Ran(int code, String out, String err) {}

    Ran run(String... arguments) {
        return runOn("", arguments);
    }

    Ran runOn(String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--store");
        all.add(store.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Map.of(),
                environment,
                settings -> {
                    throw new AssertionError("a server was started: " + settings);
                });
        int code = Commands.run(surroundings, all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
