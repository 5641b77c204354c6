package khabar.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the way from one state of the store to another. */
public sealed interface History {
    /**
     * All of it.
     *
     * @param since the number of the state to begin with
     * @param version of the state that it leads to
     * @param quads lines of N-Quads, each with whether it came or went
     */
    record Known(long since, long version, Map<String, Boolean> quads) implements History {
        public Known {
            quads = Collections.unmodifiableMap(new LinkedHashMap<>(quads));
        }
    }

    /**
     * Too long ago, too much, or not yet.
     *
     * @param from the earliest state from which something is known
     */
    record Unknown(long from, long version) implements History {}
}
