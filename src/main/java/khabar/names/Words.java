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
    static final Set<String> ACTING_BEFORE_AR = list("acting.before.ar");
    static final Set<String> ACTING_BEFORE_EN = list("acting.before.en");
    static final Set<String> VERBS_AR = list("verbs.ar");
    static final Set<String> VERBS_EN = list("verbs.en");
    static final Set<String> NOT_VERBS_AR = list("not.verbs.ar");
    static final Set<String> AMBIGUOUS_AR = list("ambiguous.ar");
    static final Set<String> AMBIGUOUS_EN = list("ambiguous.en");
    static final Set<String> ORGANISATION_HEADS_AR = list("organisation.heads.ar");
    static final Set<String> STATE_HEADS_AR = list("state.heads.ar");
    static final Set<String> TITLES_ANY_AR = list("titles.any.ar");
    static final Set<String> TITLES_ANY_EN = list("titles.any.en");
    static final Set<String> REGIONS_AR = phrases("regions.ar");
    static final Set<String> REGIONS_EN = phrases("regions.en");
    static final Set<String> NOT_PLACES_AR = list("not.places.ar");
    static final Set<String> FILLERS_AR = list("organisation.fillers.ar");
    static final Set<String> FILLERS_EN = list("organisation.fillers.en");
    static final Set<String> TIME_WORDS_AR = list("time.words.ar");
    static final Set<String> TITLE_BREAKS_AR = list("title.breaks.ar");
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
