package khabar.article;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When an article was published, as exactly as its source says: a day, or a moment whose day is that of its own zone. */
public record Published(LocalDate day, Optional<OffsetDateTime> moment) {
    /** On a day, the hour unknown. */
    public static Published on(LocalDate day) {
        return new Published(day, Optional.empty());
    }

    /** As a source writes it; empty where that is no date. */
    public static Optional<Published> of(String written) {
        return Dates.parse(written);
    }

    /** At a moment. */
    public static Published at(OffsetDateTime moment) {
        return new Published(moment.toLocalDate(), Optional.of(moment));
    }

    /** Whether this was surely earlier: by the moment where both have one, else by the day. */
    public boolean isBefore(Published other) {
        return moment.isPresent() && other.moment.isPresent()
                ? moment.get().isBefore(other.moment.get())
                : day.isBefore(other.day);
    }
}
