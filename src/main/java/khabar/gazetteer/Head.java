package khabar.gazetteer;

import java.util.List;

/**
 * A head noun that makes an organisation of a country, as "army" makes "Syrian army" = the army of Syria.
 *
 * @param role names the organisation's place in any state, as in {@code army} or {@code ministry-of-defence}
 * @param heads the words that stand for it, in Arabic and English, without article, adjective or country
 * @param english pattern of the English name, with {@code %s} for the country's adjective: "%s Army"
 * @param arabic pattern of the Arabic name, with {@code %s} for the definite adjective in the right gender: "الجيش %s"
 * @param feminine whether the Arabic head takes the feminine adjective
 */
public record Head(String role, List<Name> heads, String english, String arabic, boolean feminine, List<String> codes) {
    public Head {
        heads = List.copyOf(heads);
        codes = List.copyOf(codes);
    }

    /** A head noun in a text: {@code length} tokens stand for {@code head}. */
    public record Match(int length, Head head) {}
}
