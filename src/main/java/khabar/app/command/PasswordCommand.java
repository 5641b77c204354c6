package khabar.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.app.access.Passwords;
import picocli.CommandLine.Command;

/** {@code khabar password}. */
@Command(
        name = "password",
        description = {
            "Reads a password, one line from standard input, and prints its hash, for khabar.users.NAME.password.",
            "The same password has another hash each time."
        },
        mixinStandardHelpOptions = true)
final class PasswordCommand implements Callable<Integer> {
    private final Root root;

    PasswordCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        // The stream stays open: it is not ours.
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(root.surroundings.in(), StandardCharsets.UTF_8));
        String password = Optional.ofNullable(lines.readLine())
                .orElseThrow(() -> new Stop(ExitCode.NO_INPUT, "no password came on standard input"));
        try {
            root.print(Passwords.hash(password));
            return ExitCode.OK;
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.REFUSED, String.valueOf(wrong.getMessage()));
        }
    }
}
