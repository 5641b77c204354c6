package khabar.merge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event in one line that reads on in a sentence: "Visit by Sergei Shoigu to Bashar al-Assad in Damascus, 12 September
 * 2017". The noun is that of the event scheme; how the parties follow it depends on the type.
 *
 * @param concept notation of the mode, else of the type, as {@code CONSULT-visit}
 * @param noun what the scheme calls it
 * @param place empty where it is not known
 * @param day empty where it is not known
 */
record Phrase(
        String concept,
        String noun,
        List<String> actors,
        List<String> recipients,
        Optional<String> place,
        Optional<String> day) {
    private static final int NAMED = 3;

    /** Where the sides are equal: what is done is done between them. */
    private static final Set<String> MUTUAL =
            Set.of("AGREE", "CONSULT", "CONSULT-third", "CONSULT-multilateral", "CONSULT-phone", "COOPERATE");

    /** Nouns for types that the scheme calls by a verb. */
    private static final Map<String, String> ENGLISH_NOUNS = Map.ofEntries(
            Map.entry("AGREE", "agreement"),
            Map.entry("CONSULT", "talks"),
            Map.entry("CONCEDE", "concession"),
            Map.entry("COOPERATE", "cooperation"),
            Map.entry("ACCUSE", "accusation"),
            Map.entry("REJECT", "rejection"),
            Map.entry("THREATEN", "threat"),
            Map.entry("MOBILIZE", "mobilisation"),
            Map.entry("COERCE", "coercion"));

    private static final Map<String, String> ENGLISH_TOWARDS = Map.ofEntries(
            Map.entry("CONSULT", "to"),
            Map.entry("SUPPORT", "for"),
            Map.entry("CONCEDE", "to"),
            Map.entry("COOPERATE", "with"),
            Map.entry("AID", "to"),
            Map.entry("RETREAT", "towards"),
            Map.entry("REQUEST", "to"),
            Map.entry("REJECT", "towards"),
            Map.entry("ASSAULT", "on"));

    private static final Map<String, String> ARABIC_TOWARDS = Map.ofEntries(
            Map.entry("CONSULT", "إلى"),
            Map.entry("SUPPORT", "لصالح"),
            Map.entry("CONCEDE", "لصالح"),
            Map.entry("COOPERATE", "مع"),
            Map.entry("AID", "إلى"),
            Map.entry("RETREAT", "تجاه"),
            Map.entry("REQUEST", "إلى"),
            Map.entry("REJECT", "تجاه"),
            Map.entry("ASSAULT", "على"));

    /** Nouns of one word that take who acts as their genitive and cannot be read as done to them: زيارة فلان, هجوم فلان. */
    private static final Set<String> ARABIC_GENITIVE =
            Set.of("CONSULT-visit", "ASSAULT", "RETREAT-resign", "PROTEST", "PROTEST-demo", "PROTEST-strike");

    /** A sound plural in the nominative that is a name by itself; loan words that only look like one are left alone. */
    private static final Pattern NOMINATIVE_PLURAL =
            Pattern.compile("(?!(?:ال)?(?:تلفزيون|نابليون))((?:ال)?(?:م\\p{L}{3,}|\\p{L}{3,}ي))ون");

    String english() {
        String what = ENGLISH_NOUNS.getOrDefault(concept, noun);
        String parties = parties(
                names -> joined(names, ", ", " and ", "others"),
                "between",
                "by",
                ENGLISH_TOWARDS.getOrDefault(type(), "against"));
        return what.substring(0, 1).toUpperCase(Locale.ROOT)
                + what.substring(1)
                + parties
                + place.map(where -> " in " + where).orElse("")
                + day.map(when -> ", " + when).orElse("");
    }

    String arabic() {
        String parties = parties(
                names -> joined(names.stream().map(Phrase::genitive).toList(), " و", " و", "آخرين"),
                "بين",
                ARABIC_GENITIVE.contains(concept) ? "" : "من",
                ARABIC_TOWARDS.getOrDefault(type(), "ضد"));
        return noun
                + parties
                + place.map(where -> " في " + where).orElse("")
                + day.map(when -> "، " + when).orElse("");
    }

    private String parties(Joining joining, String between, String by, String towards) {
        List<String> all =
                Stream.concat(actors.stream(), recipients.stream()).distinct().toList();
        if (MUTUAL.contains(concept) && all.size() > 1) {
            return " " + between + " " + joining.of(all);
        }
        return (actors.isEmpty() ? "" : (by.isEmpty() ? "" : " " + by) + " " + joining.of(actors))
                + (recipients.isEmpty() ? "" : " " + towards + " " + joining.of(recipients));
    }

    /** Every party of an Arabic phrase follows a noun or a preposition. */
    private static String genitive(String name) {
        Matcher plural = NOMINATIVE_PLURAL.matcher(name);
        return plural.matches() ? plural.group(1) + "ين" : name;
    }

    private String type() {
        return concept.split("-", 2)[0];
    }

    /** The first names, and a word for the others where there are many. */
    private static String joined(List<String> names, String separator, String last, String others) {
        List<String> some = names.size() > NAMED + 1
                ? Stream.concat(names.stream().limit(NAMED), Stream.of(others)).toList()
                : names;
        int but = some.size() - 1;
        return but == 0
                ? some.getFirst()
                : some.stream().limit(but).collect(Collectors.joining(separator)) + last + some.getLast();
    }

    private interface Joining {
        String of(List<String> names);
    }
}
