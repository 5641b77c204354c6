package khabar.app.log;

import java.nio.file.Path;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log of queries.
 *
 * @param directory its folder; the command line sets it to {@code log} in that of the store, where nothing else is set
 * @param queries whether there is one
 * @param texts whether it holds what queries say; people write names into them
 * @param keep after so long a day is deleted
 */
@ConfigurationProperties("khabar.log")
public record LogSettings(
        @DefaultValue("data/store/log") Path directory,
        @DefaultValue("true") boolean queries,
        @DefaultValue("false") boolean texts,
        @DefaultValue("30d") Period keep) {
    public LogSettings {
        if (keep.toTotalMonths() < 0 || keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("khabar.log.keep is " + keep + "; give days, such as 30d");
        }
    }
}
