package khabar.browse;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whose notes on what is wrong are taken, and how many.
 *
 * @param each so many of one client in an hour
 * @param all so many of all clients together in an hour
 */
public record NoteSettings(From from, int each, int all) {
    /** Whose notes are taken. */
    public enum From {
        NOBODY,
        /** Whoever has signed in. */
        USERS,
        EVERYBODY;

        /**
         * As a person sets it.
         *
         * @throws IllegalArgumentException with one line for a person where it is none of these
         */
        public static From of(String word) {
            return Arrays.stream(values())
                    .filter(from -> from.name().equalsIgnoreCase(word.strip()))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("khabar.notes.from is \"" + word + "\"; expected one of "
                                    + Arrays.stream(values())
                                            .map(from -> from.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", "))));
        }
    }

    public NoteSettings {
        if (each < 1 || all < 1) {
            throw new IllegalArgumentException("khabar.notes.each " + each + ", all " + all);
        }
    }

    /** Where nobody would read them, none are taken. */
    public NoteSettings readBy(boolean anEditor) {
        return anEditor ? this : new NoteSettings(From.NOBODY, each, all);
    }

    public boolean takenFrom(boolean signedIn) {
        return switch (from) {
            case NOBODY -> false;
            case USERS -> signedIn;
            case EVERYBODY -> true;
        };
    }

    /** Whether pages lead to the form. */
    boolean offered() {
        return from != From.NOBODY;
    }
}
