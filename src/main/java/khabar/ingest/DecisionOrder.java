package khabar.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an editor wants decided.
 *
 * @param of what it is about, by key or IRI: events, reports, actors or a name in an article as the kind says
 * @param by who decides, as they are called
 * @param note why, in words of any language; may be empty
 */
public record DecisionOrder(Kind decide, List<String> of, String by, String note) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2000;

    /** What can be decided. */
    public enum Kind {
        /** Two events are one. */
        JOIN(2),
        /** A report is not of the event that it is in. */
        SPLIT(1),
        /** Two reports are not of one event. */
        APART(2),
        /** The reports that an event has stay together. */
        PIN(1),
        /** Two actors are one. */
        SAME(2),
        /** Two actors are not one. */
        DIFFERENT(2),
        /** A name in one place of an article stands for this person, organisation or place. */
        LINK(2),
        /** So it does wherever the article has the same words. */
        LINK_ALL(2),
        /** A name in one place of an article stands for nobody known. */
        UNLINK(1),
        /** Nor does it anywhere in the article. */
        UNLINK_ALL(1);

        private final int things;

        Kind(int things) {
            this.things = things;
        }

        /** As people write it: {@code link-all}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * As somebody else wrote it.
     *
     * @throws IllegalArgumentException with one line for a person where it cannot be understood
     */
    static DecisionOrder parse(
            @Nullable String decide, @Nullable List<String> of, @Nullable String by, @Nullable String note) {
        Kind kind;
        try {
            kind = Kind.valueOf(String.valueOf(decide).toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "decide is one of "
                            + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", ")) + "; not "
                            + decide,
                    unknown);
        }
        return new DecisionOrder(kind, of == null ? List.of() : of, by == null ? "" : by, note == null ? "" : note);
    }

    public DecisionOrder {
        of = List.copyOf(of);
        if (of.size() != decide.things) {
            throw new IllegalArgumentException(decide.word() + " is decided of "
                    + (decide.things == 1 ? "one thing" : "two things") + ", not of " + of.size());
        }
        if (by.isBlank() || by.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("by says who decides, in at most " + LONGEST_NAME + " letters");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " letters");
        }
    }
}
