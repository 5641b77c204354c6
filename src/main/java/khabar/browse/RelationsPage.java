package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.browse.figure.Balance;

/**
 * Two actors, and how they dealt with each other month by month.
 *
 * @param suggestions names to begin with: those of the most events
 * @param only whether a state stands for itself only
 * @param told what is known of the two; empty until both are named
 */
record RelationsPage(Text title, Chosen one, Chosen other, List<Text> suggestions, boolean only, Optional<Told> told)
        implements Page {
    /**
     * What stands in one of the two fields.
     *
     * @param typed its words
     * @param others what else may be meant, each with the address that chooses it
     */
    record Chosen(String typed, Optional<Link> actor, boolean unknown, List<Other> others) {}

    record Other(Text name, String href) {}

    /**
     * @param score mean of all, empty where none has one
     * @param months those in which something happened, the latest first
     * @param undated events without a date
     */
    record Told(
            Balance balance,
            long events,
            long cooperation,
            long conflict,
            Optional<String> score,
            List<Month> months,
            List<EventCard> undated,
            Question question) {}

    record Month(Balance.Month sums, Dates.Shown name, List<EventCard> events) {}

    /** Whether both names are those of one actor. */
    public boolean sameTwice() {
        return one.actor().isPresent() && one.actor().equals(other.actor());
    }
}
