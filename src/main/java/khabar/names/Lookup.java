package khabar.names;

import java.util.ArrayList;
import java.util.List;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;

/**
 * A name of the gazetteer that begins at a token.
 *
 * @param reading how the token is read: whole, or what stands after its particles
 */
record Lookup(Clitics.Candidate reading, Gazetteer.Match match) {
    /** For each token what begins there: whole words before words with particles, long names before short ones. */
    static List<List<Lookup>> of(Phrase phrase, Gazetteer gazetteer) {
        List<List<Lookup>> all = new ArrayList<>(phrase.size());
        for (int i = 0; i < phrase.size(); i++) {
            all.add(
                    phrase.isWord(i) && (phrase.arabic() || phrase.isCapitalised(i))
                            ? at(phrase, i, gazetteer)
                            : List.of());
        }
        return all;
    }

    private static List<Lookup> at(Phrase phrase, int i, Gazetteer gazetteer) {
        List<Lookup> found = List.of();
        for (Clitics.Candidate reading : phrase.readings(i)) {
            for (Gazetteer.Match match : gazetteer.longest(phrase.from(i, reading), 0)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(new Lookup(reading, match));
            }
        }
        return found;
    }
}
