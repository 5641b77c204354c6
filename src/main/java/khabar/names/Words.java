package khabar.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closed word lists of {@code names/words.properties} and the words of which people's names are made. */
final class Words {
    private static final Properties LISTS = properties();

    static final Set<String> TITLES_AR = list("titles.ar");
    static final Set<String> TITLES_EN = list("titles.en");
    static final Set<String> TITLE_COMPLEMENTS_AR = list("title.complements.ar");
    static final Set<String> NAME_PARTICLES = list("name.particles");
    static final Set<String> LOCATIVE_AR = list("locative.ar");
    static final Set<String> LOCATIVE_EN = list("locative.en");
    static final Set<String> PLACE_HEADS_AR = list("place.heads.ar");
    static final Set<String> PLACE_HEADS_EN = list("place.heads.en");
    static final Set<String> VERBS_AR = list("verbs.ar");
    static final Set<String> VERBS_EN = list("verbs.en");
    static final Set<String> STATE_VERBS_AR = arabicVerbs("state.verbs.ar");
    static final Set<String> STATE_VERBS_EN = englishVerbs("state.verbs.en");
    static final Set<String> OBJECT_VERBS_AR = arabicVerbs("state.object.verbs.ar");
    static final Set<String> OBJECT_VERBS_EN = englishVerbs("state.object.verbs.en");
    static final Set<String> PLACE_VERBS_AR = list("place.verbs.ar");
    static final Set<String> PLACE_VERBS_EN = list("place.verbs.en");
    static final Set<String> STATE_PREDICATES_AR = list("state.predicates.ar");
    static final Set<String> STATE_PREDICATES_EN = list("state.predicates.en");
    static final Set<String> STATE_NOUNS_AR = list("state.nouns.ar");
    static final Set<String> STATE_NOUNS_EN = list("state.nouns.en");
    static final Set<String> STATE_POSSESSIONS_AR = list("state.possessions.ar");
    static final Set<String> STATE_POSSESSIONS_EN = list("state.possessions.en");
    static final Set<String> STATE_BEFORE_AR = list("state.before.ar");
    static final Set<String> STATE_BEFORE_EN = list("state.before.en");
    static final Set<String> DISTANCE_AR = list("distance.ar");
    static final Set<String> DISTANCE_EN = list("distance.en");
    static final Set<String> MASCULINE_COUNTRIES_AR = list("masculine.countries.ar");
    static final Set<String> NOT_VERBS_AR = list("not.verbs.ar");
    static final Set<String> AMBIGUOUS_AR = list("ambiguous.ar");
    static final Set<String> AMBIGUOUS_EN = list("ambiguous.en");
    static final Set<String> ORGANISATION_HEADS_AR = list("organisation.heads.ar");
    static final Set<String> GROUP_HEADS_AR = list("group.heads.ar");
    static final Set<String> GROUP_HEADS_EN = list("group.heads.en");
    static final Set<String> STATE_HEADS_AR = list("state.heads.ar");
    static final Set<String> TITLES_ANY_AR = list("titles.any.ar");
    static final Set<String> TITLES_ANY_EN = list("titles.any.en");
    static final Set<String> REGIONS_AR = phrases("regions.ar");
    static final Set<String> REGIONS_EN = phrases("regions.en");
    static final Set<String> NOT_PLACES_AR = list("not.places.ar");
    static final Set<String> NOT_WITHIN_AR = list("not.within.ar");
    static final Set<String> FILLERS_AR = list("organisation.fillers.ar");
    static final Set<String> FILLERS_EN = list("organisation.fillers.en");
    static final Set<String> TIME_WORDS_AR = list("time.words.ar");
    static final Set<String> TITLE_BREAKS_AR = list("title.breaks.ar");
    static final Set<String> AREA_KINDS_AR = list("area.kinds.ar");
    static final Set<String> AREA_KINDS_EN = list("area.kinds.en");
    static final Set<String> AREA_PLURALS_AR = list("area.plurals.ar");
    static final Set<String> AREA_PLURALS_EN = list("area.plurals.en");
    static final Set<String> CITY_KINDS_AR = list("city.kinds.ar");
    static final Set<String> CITY_KINDS_EN = list("city.kinds.en");
    static final Set<String> KINDS_BEFORE_AR = list("kinds.before.ar");
    static final Set<String> KINDS_AFTER_EN = list("kinds.after.en");
    static final Set<String> AREAS_FIRST = list("areas.first");
    static final Set<String> ADJECTIVES_AR = list("adjectives.ar");
    static final Set<String> TAKING_AR = list("taking.ar");
    static final Set<String> LOOSELY_WRITTEN_AR = list("loosely.written.ar");
    static final Set<String> FEMININE_NOUNS_AR = list("feminine.nouns.ar");
    static final Set<String> AFTER_NAMES_EN = list("after.names.en");
    static final Set<String> PAST_AR = list("past.ar");
    static final Set<String> PAST_EN = list("past.en");
    static final Set<String> NAME_WORDS_AR = Set.copyOf(lines("name-words-ar.txt"));
    static final Set<String> NAME_WORDS_EN = Set.copyOf(lines("name-words-en.txt"));
    /** In both scripts. */
    static final Set<String> COMMON_NAME_WORDS = Set.copyOf(lines("common-name-words.txt"));

    private Words() {}

    private static Set<String> list(String key) {
        return Arrays.stream(LISTS.getProperty(key).strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /** Entries of more than one word, parted by bars. */
    private static Set<String> phrases(String key) {
        return Arrays.stream(LISTS.getProperty(key).strip().split("\\|", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /** The forms of the third person: perfect, imperfect and future, of one and of two. */
    private static Set<String> arabicVerbs(String key) {
        return list(key).stream()
                .map(verb -> verb.split("/", -1))
                .flatMap(verb -> Stream.concat(
                        Stream.of(verb[0], verb[1], verb[1] + "ا"),
                        Stream.of("ي", "ت", "سي", "ست")
                                .flatMap(person -> Stream.of(person + verb[2], person + verb[2] + "ان"))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> englishVerbs(String key) {
        return list(key).stream()
                .flatMap(verb -> verb.contains("/") ? Arrays.stream(verb.split("/", -1)) : regular(verb))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> regular(String verb) {
        if (verb.endsWith("e")) {
            String stem = verb.substring(0, verb.length() - 1);
            return Stream.of(verb, verb + "s", verb + "d", stem + "ing");
        }
        if (verb.matches(".*[^aeiou]y")) {
            String stem = verb.substring(0, verb.length() - 1);
            return Stream.of(verb, stem + "ies", stem + "ied", verb + "ing");
        }
        String third = verb.matches(".*(s|sh|ch|x|o)") ? verb + "es" : verb + "s";
        return Stream.of(verb, third, verb + "ed", verb + "ing");
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (BufferedReader in = open("words.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines of a file beside the lists, comments left out. */
    static List<String> lines(String name) {
        try (BufferedReader in = open(name)) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static BufferedReader open(String name) {
        InputStream in = Words.class.getResourceAsStream("/names/" + name);
        if (in == null) {
            throw new IllegalStateException("the class path lacks names/" + name);
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
