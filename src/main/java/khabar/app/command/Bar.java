package khabar.app.command;

import java.io.PrintStream;
import java.util.Optional;
import khabar.store.Progress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with rate and time left, which leaves no trace when it is closed. */
final class Bar implements Progress, AutoCloseable {
    /** For pipes and files: shows nothing. */
    static final Bar NONE = new Bar(Optional.empty());

    private static final int MILLISECONDS = 200;
    private static final int COLUMNS = 79;

    private final Optional<ProgressBar> bar;

    private Bar(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /**
     * Shown from now on.
     *
     * @param unit a word behind the numbers, with a blank before it
     * @param size how many make one of the unit
     */
    static Bar on(PrintStream terminal, String task, String unit, long size) {
        return new Bar(Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(unit, size)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS)
                .showSpeed()
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(terminal, COLUMNS))
                .build()));
    }

    @Override
    public void at(long done, long total) {
        bar.ifPresent(shown -> {
            if (total > 0) {
                shown.maxHint(total);
            }
            shown.stepTo(done);
        });
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
