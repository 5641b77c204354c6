package khabar.browse.figure;

import java.util.Locale;

/** On which side of PLOVER's four classes an event stands: one and two are cooperation, three and four conflict. */
public enum Side {
    COOPERATION,
    CONFLICT,
    NEITHER;

    /**
     * The side of a quad class.
     *
     * @param quad number of the quad class, from 1 to 4; any other is neither
     */
    public static Side of(int quad) {
        return switch (quad) {
            case 1, 2 -> COOPERATION;
            case 3, 4 -> CONFLICT;
            default -> NEITHER;
        };
    }

    /** As in style sheets and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
