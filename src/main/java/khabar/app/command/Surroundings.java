package khabar.app.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a command meets outside.
 *
 * @param out results; bytes, so that a broken pipe is an exception and not silence
 * @param properties of the system, by name
 * @param variables of the environment, by name
 * @param terminal whether a person sees {@code err} as it is written
 * @param server starts the server and comes back when it answers
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> properties,
        Map<String, String> variables,
        Server server) {
    /** What {@code serve} starts. */
    @FunctionalInterface
    public interface Server {
        void start(Settings settings);
    }

    public static Surroundings ofThisProcess(Server server) {
        return new Surroundings(
                System.in,
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Terminal.isOnStandardError(),
                System.getProperties().stringPropertyNames().stream()
                        .collect(Collectors.toMap(Function.identity(), System::getProperty)),
                System.getenv(),
                server);
    }
}
