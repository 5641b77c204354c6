package khabar.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of an article may be shown, from the strictest to the most open. */
public enum Terms {
    /** Source, dates, address, links and offsets: no headline, no quotation. */
    METADATA,
    /** Also the headline and the quoted sentences: what holds where nothing else is said. */
    QUOTES,
    /** The whole text. */
    FULL;

    /** The terms of this name, in letters of any case; empty where there are none. */
    public static Optional<Terms> named(String word) {
        return Arrays.stream(values())
                .filter(terms -> terms.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /** The stricter of what an article states and what is set for its source; {@link #QUOTES} where neither is there. */
    public static Terms allowed(Optional<Terms> stated, Optional<Terms> set) {
        return set.map(limit -> stated.map(limit::and).orElse(limit))
                .or(() -> stated)
                .orElse(QUOTES);
    }

    /** The name in settings and data, as in {@code "quotes"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stricter of the two. */
    public Terms and(Terms other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
