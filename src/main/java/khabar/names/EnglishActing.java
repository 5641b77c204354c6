package khabar.names;

import java.util.Set;
import java.util.stream.IntStream;

/** Whether English names stand for states that act, by the words before and after them. */
final class EnglishActing {
    private static final Set<String> BE =
            Set.of("is", "was", "are", "were", "be", "been", "remains", "remained", "became");
    private static final Set<String> HAVE = Set.of("has", "have", "had", "having");
    private static final Set<String> MODAL = Set.of(
            "will", "would", "could", "may", "might", "must", "should", "can", "cannot", "did", "does", "do", "shall");
    private static final Set<String> ADVERBS = Set.of(
            "also", "both", "all", "each", "then", "later", "again", "still", "never", "now", "not", "once", "already",
            "ever", "even", "since", "long", "too", "yet", "just");
    private static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "no", "its", "their", "some", "many", "several", "two", "three", "few", "more", "about");
    /** Who is attacked or held may be a city as well as a state. */
    private static final Set<String> DONE_TO_PLACES = Set.of(
            "attacked",
            "seized",
            "held",
            "taken",
            "closed",
            "reached",
            "built",
            "cut",
            "released",
            "reopened",
            "restored",
            "seen");
    /** Prepositions before a name that is a place, unless a noun before them says otherwise. */
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "to", "from", "on", "for", "over", "toward", "towards", "about", "as");

    private static final Set<String> CALLING =
            Set.of("call", "calls", "called", "calling", "press", "pressed", "presses");
    private static final Set<String> MISSIONS = Set.of("embassy", "embassies", "ambassador", "ambassadors", "envoy");
    private static final Set<String> AT_STATES = Set.of("odds", "war", "loggerheads", "peace");
    private static final Set<String> IN_TALKS =
            Set.of("talks", "negotiations", "dispute", "contact", "favour", "favor");
    private static final Set<String> STOPS = Set.of("of", "that", "which", "who", "where", "in", ",", ".");
    /** How far the noun of a predicate may stand after its verb: "is the only remaining ally". */
    private static final int PREDICATE = 5;
    /** How many words may stand between two commas: "Moscow, for its part, said". */
    private static final int PARENTHESIS = 7;
    /** How many words may stand between an owner and what is owned: "Moscow's closest allies". */
    private static final int OWNED = 3;

    private final Phrase phrase;

    EnglishActing(Phrase phrase) {
        this.phrase = phrase;
    }

    boolean acts(Acting.Group group) {
        if (phrase.normal(group.last()).equals("s")) {
            return IntStream.rangeClosed(group.last() + 1, group.last() + OWNED)
                    .anyMatch(i -> Words.STATE_POSSESSIONS_EN.contains(phrase.normal(i)));
        }
        int at = group.first() - 1;
        if (phrase.normal(at).equals("the")) {
            at--;
        }
        String before = phrase.normal(at);
        String noun = phrase.normal(at - 1);
        if (before.equals("between")) {
            return !isDistance(group, at);
        }
        if (Words.STATE_BEFORE_EN.contains(before)) {
            return !Words.DISTANCE_EN.contains(noun);
        }
        if (before.equals("by") || Words.OBJECT_VERBS_EN.contains(before)) {
            return true;
        }
        if (PREPOSITIONS.contains(before)) {
            return Words.STATE_NOUNS_EN.contains(noun)
                    || before.equals("on") && CALLING.contains(noun)
                    || before.equals("for") && at == 0
                    || before.equals("to") && isMission(at);
        }
        if (Words.LOCATIVE_EN.contains(before)) {
            return false;
        }
        boolean atOdds =
                phrase.normal(group.last()).equals("at") && AT_STATES.contains(phrase.normal(group.last() + 1));
        return atOdds
                || isSpeaker(group)
                || isRelative(before, group.last())
                || predicate(group.last(), isCountry(group));
    }

    /** "the truce that Cairo brokered": what was done to something stands after who did it. */
    private boolean isRelative(String before, int at) {
        String word = phrase.normal(at);
        return (before.equals("that") || before.equals("which"))
                && word.length() > 4
                && word.endsWith("ed")
                && !Words.PLACE_VERBS_EN.contains(word);
    }

    /** "Ankara: We will not wait": who speaks stands before the colon. Before a country's, it is where. */
    private boolean isSpeaker(Acting.Group group) {
        return group.first() == 0
                && group.names().size() == 1
                && !isCountry(group)
                && phrase.normal(group.last()).equals(":");
    }

    static boolean isCountry(Acting.Group group) {
        return group.names().stream()
                .anyMatch(name -> name.resolution() instanceof Resolution.Known known
                        && known.entry() instanceof khabar.gazetteer.Entry.Place place
                        && place.feature() == khabar.gazetteer.Entry.Feature.COUNTRY);
    }

    /** "the road between Kabul and Kandahar", "3,500 kilometres between them": land lies there. */
    private boolean isDistance(Acting.Group group, int between) {
        return IntStream.range(between - 4, between).anyMatch(i -> Words.DISTANCE_EN.contains(phrase.normal(i)))
                || IntStream.range(group.last(), group.last() + 6)
                        .anyMatch(i -> Words.DISTANCE_EN.contains(phrase.normal(i)));
    }

    /** "the embassies of other states to Israel". */
    private boolean isMission(int to) {
        return IntStream.range(to - 6, to).anyMatch(i -> MISSIONS.contains(phrase.normal(i)));
    }

    /** Whether the words from a token on say what a state does or is. */
    private boolean predicate(int from, boolean country) {
        int at = afterAdverbs(from);
        String word = phrase.normal(at);
        if (word.equals(",")) {
            String next = phrase.normal(at + 1);
            return next.equals("which") || next.equals("who")
                    ? predicate(at + 2, country)
                    : isApposition(at + 1) || isAfterParenthesis(at + 1, country);
        }
        if (word.equals("which")) {
            return predicate(at + 1, country);
        }
        if (BE.contains(word)) {
            return is(at + 1);
        }
        if (HAVE.contains(word)) {
            return has(at + 1, country);
        }
        if (MODAL.contains(word)) {
            int verb = afterAdverbs(at + 1);
            return !phrase.isWord(verb)
                    || Words.STATE_VERBS_EN.contains(phrase.normal(verb))
                    || BE.contains(phrase.normal(verb)) && is(verb + 1)
                    || HAVE.contains(phrase.normal(verb)) && has(verb + 1, country);
        }
        return phrase.isWord(at) && !phrase.isCapitalised(at) && (isVerb(word, country) || isTransitive(at));
    }

    /** "Ankara shelled the positions": whoever does something to something acts, and no town does. */
    private boolean isTransitive(int at) {
        String word = phrase.normal(at);
        return word.length() > 4
                && word.endsWith("ed")
                && !Words.PLACE_VERBS_EN.contains(word)
                && (DETERMINERS.contains(phrase.normal(at + 1)) || phrase.isCapitalised(at + 1));
    }

    private static boolean isVerb(String word, boolean country) {
        return Words.STATE_VERBS_EN.contains(word) && !word.endsWith("ing")
                || country && word.length() > 4 && word.endsWith("ed") && !Words.PLACE_VERBS_EN.contains(word);
    }

    /** After "is", "was" and the like. */
    private boolean is(int from) {
        int at = afterAdverbs(from);
        String word = phrase.normal(at);
        // "is to recall its envoy", but "is to be moved"
        if (word.equals("to") && phrase.isWord(at + 1) && !BE.contains(phrase.normal(at + 1))
                || Words.STATE_VERBS_EN.contains(word) && !DONE_TO_PLACES.contains(word)
                || word.equals("in") && IN_TALKS.contains(phrase.normal(at + 1))) {
            return true;
        }
        for (int i = at; i < at + PREDICATE && !STOPS.contains(phrase.normal(i)); i++) {
            if (Words.STATE_PREDICATES_EN.contains(phrase.normal(i))) {
                return true;
            }
        }
        return false;
    }

    /** After "has" and the like. */
    private boolean has(int from, boolean country) {
        int at = afterAdverbs(from);
        String word = phrase.normal(at);
        if (BE.contains(word)) {
            return is(at + 1);
        }
        if (DETERMINERS.contains(word)) {
            return false;
        }
        return word.equals("to")
                || HAVE.contains(word)
                || Words.STATE_VERBS_EN.contains(word) && !word.equals("seen")
                || country && word.endsWith("ed") && !Words.PLACE_VERBS_EN.contains(word);
    }

    /** ", for its part, said": what stands between the commas says nothing. */
    private boolean isAfterParenthesis(int from, boolean country) {
        for (int i = from; i < from + PARENTHESIS && phrase.isWord(i); i++) {
            if (phrase.normal(i + 1).equals(",")) {
                return !phrase.normal(i + 2).equals(",") && predicate(i + 2, country);
            }
        }
        return false;
    }

    /** ", the two remaining members of". */
    private boolean isApposition(int from) {
        for (int i = from; i < from + PREDICATE && phrase.isWord(i); i++) {
            if (Words.STATE_PREDICATES_EN.contains(phrase.normal(i))) {
                return true;
            }
            if (STOPS.contains(phrase.normal(i)) || Words.STATE_VERBS_EN.contains(phrase.normal(i))) {
                return false;
            }
        }
        return false;
    }

    private int afterAdverbs(int from) {
        int at = from;
        while (phrase.isWord(at)
                && (ADVERBS.contains(phrase.normal(at))
                        || phrase.normal(at).length() > 4 && phrase.normal(at).endsWith("ly"))) {
            at++;
        }
        return at;
    }
}
