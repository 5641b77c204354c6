package khabar.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the organisation that a head noun and a country name together. */
final class Composition {
    private Composition() {}

    static Entry.Organisation of(Head head, GazetteerReader.Country country) {
        Entry.Organisation state = country.state();
        String english = adjectives(country, "en")
                .findFirst()
                .map(adjective -> head.english().formatted(adjective))
                .orElseGet(() -> head.english().formatted(state.english()));
        // Every country has a nisba (a test says so).
        String arabic = adjectives(country, "ar")
                .findFirst()
                .map(nisba -> head.arabic().formatted(definite(nisba, head.feminine())))
                .orElseThrow();
        List<Name> names = new ArrayList<>();
        names.add(new Name(english, "en"));
        names.add(new Name(arabic, "ar"));
        return new Entry.Organisation(
                Entity.organisation(country.iso3().toLowerCase(Locale.ROOT) + "-" + head.role()),
                english,
                arabic,
                names,
                Optional.of(country.iso3()),
                head.codes(),
                Entry.Origin.COMPOSED);
    }

    private static Stream<String> adjectives(GazetteerReader.Country country, String language) {
        return country.adjectives().stream()
                .filter(name -> name.language().equals(language))
                .map(Name::text);
    }

    /** كوري شمالي → الكورية الشمالية; in جنوب أفريقي only the adjective agrees: الجنوب أفريقية. */
    static String definite(String nisba, boolean feminine) {
        String[] words = nisba.split(" ", -1);
        boolean allAgree = words[0].endsWith("ي");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            out.append(i == 0 ? "" : " ");
            out.append(i == 0 || allAgree ? "ال" : "");
            out.append(words[i]).append(feminine && words[i].endsWith("ي") ? "ة" : "");
        }
        return out.toString();
    }
}
