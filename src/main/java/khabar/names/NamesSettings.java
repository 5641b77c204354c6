package khabar.names;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which recogniser finds names.
 *
 * @param model the folder of a transformer model; empty for the recogniser that comes with the program
 * @param budget what the model may take for one article before the built-in recogniser reads it instead
 * @param threads how many the model computes with; 0 for as many as there are cores
 */
public record NamesSettings(Optional<Path> model, Duration budget, int threads) {
    public static final NamesSettings BUILT_IN = new NamesSettings(Optional.empty(), Duration.ofSeconds(30), 0);

    /** Throws {@link IllegalArgumentException} with one line for a person. */
    public NamesSettings {
        if (budget.isNegative() || budget.isZero() || budget.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "khabar.names.budget is " + budget + "; give a time from 1ms to 24h, such as 30s");
        }
        if (threads < 0) {
            throw new IllegalArgumentException("khabar.names.threads is " + threads + "; give a number from 0 on");
        }
    }
}
