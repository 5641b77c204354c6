package khabar.event;

import java.util.Locale;

/** How exactly the date of an event is told. */
public enum Precision {
    DAY,
    MONTH,
    YEAR,
    INTERVAL,
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
