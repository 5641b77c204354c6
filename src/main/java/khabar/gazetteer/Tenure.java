package khabar.gazetteer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An office that a person held.
 *
 * @param key {@code person key + "-" + index}
 * @param english the office without its holder's country, as in "Minister of Defence"
 * @param country ISO 3166-1 alpha-3 or the code of an organisation (UNO, EUU, ARL)
 * @param to empty: the source does not say when it ended
 * @param knownUntil the last day that the source speaks of; an open-ended office is not stated after it
 */
public record Tenure(
        String key,
        Entity person,
        String english,
        String arabic,
        Optional<String> country,
        PartialDate from,
        Optional<PartialDate> to,
        LocalDate knownUntil) {

    /** Whether the source lets us say that the office was held on the day; a doubtful day is not counted in. */
    public boolean heldOn(LocalDate day) {
        if (day.isBefore(from.latest())) {
            return false;
        }
        return to.map(end -> !day.isAfter(end.earliest())).orElse(!day.isAfter(knownUntil));
    }
}
