package khabar.event;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How many people an attack killed and wounded, as the article states it; "dozens" is no number. */
public record Toll(Optional<Count> dead, Optional<Count> wounded) {
    public static final Toll UNKNOWN = new Toll(Optional.empty(), Optional.empty());

    /** How a number is meant. */
    public enum Bound {
        EXACTLY("exactly"),
        AT_LEAST("at least"),
        AT_MOST("at most"),
        ABOUT("about");

        private final String word;

        Bound(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A number of people as it is stated. */
    public record Count(int number, Bound bound) {}

    boolean isUnknown() {
        return dead.isEmpty() && wounded.isEmpty();
    }

    /** Of two sentences of one article the higher number: tolls rise while a text is written. */
    Toll with(Toll other) {
        return new Toll(higher(dead, other.dead), higher(wounded, other.wounded));
    }

    private static Optional<Count> higher(Optional<Count> one, Optional<Count> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.comparingInt(Count::number));
    }
}
