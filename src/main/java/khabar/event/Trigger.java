package khabar.event;

import java.util.List;

/**
 * Words that may tell an event.
 *
 * @param first index of its first token
 * @param last index after its last token
 * @param joined whether "and" is written onto it or stands before it
 * @param readings how they may be understood, the most specific first
 */
record Trigger(int first, int last, boolean joined, List<Reading> readings) {
    /**
     * One way to understand the words.
     *
     * @param need index of the needed word, −1 where none is needed
     * @param needLast index after it
     */
    record Reading(Pattern pattern, Inflection inflection, int need, int needLast) {
        boolean hasNeed() {
            return need >= 0;
        }
    }

    Trigger {
        readings = List.copyOf(readings);
    }

    boolean isNoun() {
        return readings.stream().allMatch(reading -> reading.pattern().kind() == Pattern.Kind.NOUN);
    }

    EventType type() {
        return readings.getFirst().pattern().code().type();
    }
}
