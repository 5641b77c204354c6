package khabar.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People who take part without a name of their own: "Somali civilians", «متظاهرون».
 *
 * @param kind key of what they are, the same in every language, as {@code protesters}: the concept
 *     {@code khe:people-protesters} has its labels
 * @param country ISO 3166-1 alpha-3 of the country that the words tie them to
 */
public record People(String kind, Optional<String> country) implements Kind {

    /** The keys that may be told. */
    public static Set<String> kinds() {
        return PatternFile.rows("people").stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());
    }
}
