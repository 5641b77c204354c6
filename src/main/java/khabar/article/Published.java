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

    /** At a moment. */
    public static Published at(OffsetDateTime moment) {
        return new Published(moment.toLocalDate(), Optional.of(moment));
    }
}
