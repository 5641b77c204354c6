package khabar.app.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.util.unit.DataSize;

/**
 * What is done by the hour, and how long a job may take. The hours are six fields, as {@code 0 30 3 * * *} for half past three
 * every night of the machine's own time; nothing is done by the hour where none is set.
 *
 * @param backups the folder of backups
 * @param keep how many of the backups in it are kept
 * @param deadline a job that goes on for longer is ended
 * @param growth a dataset that takes up so many times what it took up after the last compaction is compacted, whatever the hour;
 *     0 for never
 * @param growthFrom below that it is not
 */
@ConfigurationProperties("khabar.jobs")
public record JobSettings(
        @Nullable String backup,
        @Nullable String compact,
        @Nullable String verify,
        @Nullable String dump,
        @DefaultValue("data/backups") Path backups,
        @DefaultValue("7") int keep,
        @DefaultValue("2h") Duration deadline,
        @DefaultValue("1.75") double growth,
        @DefaultValue("256MB") DataSize growthFrom) {
    private static final double LEAST_GROWTH = 1.2;

    /** Throws {@link IllegalArgumentException} with one line for a person where an hour is none or a number cannot be. */
    public JobSettings {
        if (keep < 1 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("khabar.jobs.keep is " + keep + " and khabar.jobs.deadline " + deadline
                    + "; both must be more than nothing");
        }
        if (growth != 0 && (Double.isNaN(growth) || growth < LEAST_GROWTH)) {
            throw new IllegalArgumentException("khabar.jobs.growth is " + growth + "; it must be " + LEAST_GROWTH
                    + " or more, or 0 where nothing is to be compacted for its size");
        }
        hours(backup, compact, verify, dump);
    }

    /** When it is compacted for its size. */
    Growth grown() {
        return new Growth(growth, growthFrom.toBytes());
    }

    /** When each kind is due. */
    Map<JobKind, CronExpression> hours() {
        return hours(backup, compact, verify, dump);
    }

    private static Map<JobKind, CronExpression> hours(
            @Nullable String backup, @Nullable String compact, @Nullable String verify, @Nullable String dump) {
        Map<JobKind, CronExpression> hours = new EnumMap<>(JobKind.class);
        put(hours, JobKind.BACKUP, backup);
        put(hours, JobKind.COMPACT, compact);
        put(hours, JobKind.VERIFY, verify);
        put(hours, JobKind.DUMP, dump);
        return hours;
    }

    private static void put(Map<JobKind, CronExpression> hours, JobKind kind, @Nullable String given) {
        Optional.ofNullable(given).filter(fields -> !fields.isBlank()).ifPresent(fields -> {
            if (!CronExpression.isValidExpression(fields)) {
                throw new IllegalArgumentException("khabar.jobs." + kind.word() + " is \"" + fields
                        + "\"; expected six fields, as in \"0 30 3 * * *\" for half past three every night");
            }
            hours.put(kind, CronExpression.parse(fields));
        });
    }
}
