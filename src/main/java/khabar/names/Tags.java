package khabar.names;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The tags of words: outside of any name, and for each type of name the only word, the first, an inner and the last one.
 */
@SuppressWarnings("EnumOrdinal") // types are numbers in the weights, in the order of their kind
final class Tags {
    static final int OUTSIDE = 0;
    static final int ONLY = 0;
    static final int FIRST = 1;
    static final int INNER = 2;
    static final int LAST = 3;

    private static final List<MentionType> TYPES = List.of(MentionType.values());
    private static final int PLACES = 4;

    static final int COUNT = 1 + PLACES * TYPES.size();

    private static final int[][] BEFORE = IntStream.range(0, COUNT)
            .mapToObj(after -> IntStream.range(0, COUNT)
                    .filter(before -> follows(before, after))
                    .toArray())
            .toArray(int[][]::new);

    private Tags() {}

    static int of(MentionType type, int place) {
        return 1 + type.ordinal() * PLACES + place;
    }

    /** The type of name of a tag that is not {@link #OUTSIDE}. */
    static MentionType type(int tag) {
        return TYPES.get((tag - 1) / PLACES);
    }

    static int place(int tag) {
        return (tag - 1) % PLACES;
    }

    /** Whether a name may begin at the tag, or none stands there. */
    static boolean opens(int tag) {
        return tag == OUTSIDE || place(tag) == ONLY || place(tag) == FIRST;
    }

    /** Whether a name may end at the tag, or none stands there. */
    static boolean closes(int tag) {
        return tag == OUTSIDE || place(tag) == ONLY || place(tag) == LAST;
    }

    /** Whether a tag may stand right after another one. */
    static boolean follows(int before, int after) {
        return closes(before) ? opens(after) : !opens(after) && type(before) == type(after);
    }

    /** The tags after which a tag may stand. */
    static int[] before(int tag) {
        return BEFORE[tag];
    }
}
