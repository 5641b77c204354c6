package khabar.event;

import java.util.Locale;

/** Whether the text says that it happened. */
public enum Status {
    HAPPENED,
    PLANNED,
    DENIED,
    HYPOTHETICAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
