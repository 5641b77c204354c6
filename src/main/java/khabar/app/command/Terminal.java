package khabar.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Whether standard error is a terminal: Java knows it of standard input and output only. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/[0-9]+|tty.*|console)");

    private Terminal() {}

    static boolean isOnStandardError() {
        String kind = System.getenv().getOrDefault("TERM", "dumb");
        if (kind.isEmpty() || kind.equals("dumb")) {
            return false;
        }
        try {
            return Files.isSymbolicLink(STANDARD_ERROR)
                    ? DEVICE.matcher(Files.readSymbolicLink(STANDARD_ERROR).toString())
                            .matches()
                    : isConsole();
        } catch (IOException unknown) {
            return false;
        }
    }

    /** From JDK 22 on there is a console even where no terminal is. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }
}
