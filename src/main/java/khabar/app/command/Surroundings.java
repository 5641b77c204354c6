package khabar.app.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command meets outside.
 *
 * @param out results; bytes, so that a broken pipe is an exception and not silence
 * @param property a system property by its name, null where it is not set
 * @param variable an environment variable by its name, null where it is not set
 * @param server starts the server and comes back when it answers
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        PrintStream err,
        UnaryOperator<@Nullable String> property,
        UnaryOperator<@Nullable String> variable,
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
                System::getProperty,
                System::getenv,
                server);
    }
}
