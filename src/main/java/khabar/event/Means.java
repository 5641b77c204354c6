package khabar.event;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What something is done with: "a truck bomb", «صاروخ باليستي».
 *
 * @param key the same in every language, as {@code car-bomb}: the concept {@code khe:means-car-bomb} has its labels
 */
public record Means(String key) implements Kind {

    /** The keys that may be told. */
    public static Set<String> keys() {
        return PatternFile.rows("means").stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());
    }
}
