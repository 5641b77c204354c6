package khabar.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.text.Clitics;

/** Finds the names of continents, seas and the like: places that the gazetteer has no entry for. */
final class Regions {
    private static final int LONGEST = 2;

    private static final Set<String> FIRST = Stream.concat(Words.REGIONS_AR.stream(), Words.REGIONS_EN.stream())
            .map(name -> name.split(" ", 2)[0])
            .collect(Collectors.toUnmodifiableSet());

    private Regions() {}

    static List<Candidate> in(Phrase phrase) {
        Set<String> regions = phrase.arabic() ? Words.REGIONS_AR : Words.REGIONS_EN;
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.isWord(i) && (phrase.arabic() || phrase.isCapitalised(i))) {
                for (Clitics.Candidate reading : phrase.readings(i)) {
                    if (!FIRST.contains(reading.rest())) {
                        continue;
                    }
                    List<String> normals = phrase.from(i, reading);
                    for (int length = Math.min(LONGEST, normals.size()); length > 0; length--) {
                        if (regions.contains(String.join(" ", normals.subList(0, length)))) {
                            found.add(new Candidate(
                                    i,
                                    i + length,
                                    reading.length(),
                                    reading.prefix(),
                                    MentionType.PLACE,
                                    new Resolution.Unknown(),
                                    0.85));
                        }
                    }
                }
            }
        }
        return found;
    }
}
