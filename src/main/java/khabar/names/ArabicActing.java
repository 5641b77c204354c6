package khabar.names;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether Arabic names stand for states that act, by the words before and after them. */
final class ArabicActing {
    /** Words between a subject and its verb or predicate. */
    private static final Set<String> WEAK = Set.of(
            "ربما", "قد", "سوف", "لم", "لن", "لا", "ايضا", "كانت", "كان", "ليست", "ليس", "باتت", "اصبحت", "لاتزال",
            "تزال");
    /** Words that a clause begins after. */
    private static final Set<String> OPENING = Set.of(
            "ان", "وان", "بان", "فان", "لكن", "ولكن", "بينما", "فيما", "كما", "اذ", "حيث", "اما", ":", "\"", "،", "'",
            "؛", "–", "-", "»", "«", "(");
    /** Pronouns on a verb, longest first: "تقوده", "رفضتها". */
    private static final List<String> PRONOUNS = List.of("هما", "هم", "ها", "ه");

    /** Verbs before a subject whose own verb follows: "كان العراق قد طلب". */
    private static final Set<String> AUXILIARIES = Set.of("كان", "كانت", "ظل", "ظلت", "بات", "باتت", "اصبح", "اصبحت");
    /** A preposition with the pronoun that takes up what a relative clause is about. */
    private static final Set<String> RESUMING = Set.of(
            "فيها", "فيه", "عليها", "عليه", "بها", "به", "منها", "منه", "لها", "له", "اليها", "اليه", "عنها", "عنه");
    /** What happens to a land and its people, and what it is like: nobody does it. */
    private static final Set<String> BEFALLING = Set.of(
            "شهدت", "تعرضت", "عاشت", "عانت", "فقدت", "خسرت", "غرقت", "اهتزت", "نجت", "ظلت", "بقيت", "كانت", "باتت",
            "اصبحت", "صارت", "امست", "ليست", "مازالت", "لازالت", "برزت", "فازت", "تاهلت", "دخلت", "سجلت", "تصدرت",
            "احتلت", "جاءت", "حلت", "زارت", "غادرت", "وصلت", "قصفت", "ضربت", "اجتاحت", "هزت", "عمت", "شملت", "بلغت",
            "زالت", "تحولت", "تمتعت", "امتدت", "اشتهرت", "عرفت", "سميت", "حررت", "استقلت");

    private static final Set<String> RELATIVE = Set.of("التي", "الذي");
    private static final Set<String> STANDING = Set.of("موقف", "خلاف", "استعداد", "اتصال", "حق");
    private static final Set<String> RELATIONS = Set.of("علاقه", "علاقات", "صله", "صلات", "روابط");
    /** How far a verb may stand before its second object. */
    private static final int CLAUSE = 9;
    /** How many words may stand between two commas: "موسكو، من جهتها، قالت". */
    private static final int PARENTHESIS = 5;
    /** How far a predicate may stand after a comma: "، وهما العضوان". */
    private static final int APPOSITION = 5;

    private final Phrase phrase;
    private final List<Candidate> chosen;

    ArabicActing(Phrase phrase, List<Candidate> chosen) {
        this.phrase = phrase;
        this.chosen = chosen;
    }

    boolean acts(Acting.Group group) {
        int before = group.first() - 1;
        String previous = phrase.normal(before);
        String particles = group.head().prefix();
        if (particles.contains("ل") || particles.contains("ب")) {
            return withParticle(group, particles);
        }
        return switch (unjoined(previous)) {
            case "بين" -> !isDistance(group);
            case "من" -> isPartOf(before);
            case "مع" -> !Phrase.bare(phrase.normal(before - 1)).startsWith("حدود");
            case "علي" -> Words.STATE_NOUNS_AR.contains(Phrase.bare(phrase.normal(before - 1)));
            default -> isNotLocated(group, previous);
        };
    }

    private boolean isNotLocated(Acting.Group group, String before) {
        boolean resumed = RESUMING.contains(before); // "التي توسطت فيها القاهرة": the verb stands before
        String previous = resumed ? phrase.normal(group.first() - 2) : before;
        if (Words.LOCATIVE_AR.contains(previous) || Words.LOCATIVE_AR.contains(unjoined(previous))) {
            return false;
        }
        return Words.STATE_BEFORE_AR.contains(unjoined(previous))
                || isStateNoun(previous)
                || isVerbOf(unjoined(previous), group)
                || !resumed && isDoneBy(unjoined(previous), group)
                || isSecondObject(group)
                || predicate(group, previous);
    }

    /** "حليفة لألمانيا", "ولباريس دور": what stands beside says whose it is. */
    private boolean withParticle(Acting.Group group, String particles) {
        String previous = Phrase.bare(unjoined(phrase.normal(group.first() - 1)));
        boolean noun = particles.contains("ل") ? Words.STATE_NOUNS_AR.contains(previous) : RELATIONS.contains(previous);
        return noun
                || IntStream.range(group.last(), group.last() + 2)
                        .anyMatch(i -> Words.STATE_POSSESSIONS_AR.contains(phrase.normal(i)));
    }

    /** "كل من", "من قبل", "دعم من". */
    private boolean isPartOf(int at) {
        String noun = unjoined(phrase.normal(at - 1));
        return noun.equals("كل") || noun.equals("قبل") || noun.equals("جانب") || isStateNoun(noun);
    }

    /** "رفض بغداد", "بدعم روسيا". */
    private static boolean isStateNoun(String word) {
        String noun = unjoined(word);
        return Words.STATE_NOUNS_AR.contains(noun)
                || noun.startsWith("ب") && Words.STATE_NOUNS_AR.contains(noun.substring(1));
    }

    /** "بين الرياض وموسكو 3500 كيلومتر": land lies there. */
    private boolean isDistance(Acting.Group group) {
        return IntStream.range(group.first() - 5, group.first())
                        .anyMatch(i -> Words.DISTANCE_AR.contains(phrase.normal(i))
                                || Words.DISTANCE_AR.contains(unjoined(phrase.normal(i))))
                || IntStream.range(group.last(), group.last() + 6)
                        .anyMatch(i -> Words.DISTANCE_AR.contains(phrase.normal(i)));
    }

    /**
     * Whether the verb is that of the name after it. Cities and all but a few countries are feminine, so that a masculine
     * perfect before them is a noun ("قصف دمشق") or somebody else's verb.
     */
    private boolean isVerbOf(String word, Acting.Group group) {
        String verb = withoutPronoun(word);
        if (Words.OBJECT_VERBS_AR.contains(word)) {
            return true;
        }
        boolean feminine = verb.endsWith("ت") || verb.startsWith("ت") || verb.startsWith("ست");
        return Words.STATE_VERBS_AR.contains(verb) && (feminine || isMasculine(group));
    }

    /** "عرقلت المجر القرض": the perfect that opens a clause before a country's name, if no place does so. */
    private boolean isDoneBy(String verb, Acting.Group group) {
        int before = group.first() - 2;
        return EnglishActing.isCountry(group)
                && !isMasculine(group)
                && (before < 0 || OPENING.contains(phrase.normal(before)))
                && verb.length() >= 4
                && verb.endsWith("ت")
                && !verb.endsWith("ات")
                && !Words.PLACE_VERBS_AR.contains(verb)
                && !BEFALLING.contains(verb)
                && !Words.NOT_VERBS_AR.contains(verb);
    }

    private boolean isMasculine(Acting.Group group) {
        return Words.MASCULINE_COUNTRIES_AR.contains(phrase.normal(group.head().last() - 1));
    }

    /** "اتهمت كييف موسكو", "اتهم الرئيس موسكو": right after another name, and a verb before it that takes two. */
    private boolean isSecondObject(Acting.Group group) {
        return chosen.stream().filter(name -> name.last() == group.first()).anyMatch(name -> {
            for (int i = name.first() - 1; i >= Math.max(0, name.first() - CLAUSE) && phrase.isWord(i); i--) {
                if (Words.OBJECT_VERBS_AR.contains(unjoined(phrase.normal(i)))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** What follows the names: a verb, or what only a state is. */
    private boolean predicate(Acting.Group group, String previous) {
        int at = group.last();
        while (WEAK.contains(phrase.normal(at))) {
            at++;
        }
        String word = phrase.normal(at);
        if (Words.PLACE_VERBS_AR.contains(word)) {
            return false;
        }
        boolean opens = group.first() == 0
                || AUXILIARIES.contains(unjoined(previous))
                || OPENING.contains(previous)
                || group.head().prefix().equals("و")
                || group.head().prefix().equals("ف");
        return isSpeaker(group)
                || isStatePredicate(at)
                || opens && isVerb(word, at)
                || RELATIVE.contains(word) && Words.STATE_VERBS_AR.contains(withoutPronoun(phrase.normal(at + 1)))
                || word.equals("،") && (isMember(at + 1) || opens && isAfterParenthesis(at + 1));
    }

    /** "أنقرة: لن ننتظر": who speaks stands before the colon. Before a country's, it is where. */
    private boolean isSpeaker(Acting.Group group) {
        return group.first() == 0
                && group.names().size() == 1
                && !EnglishActing.isCountry(group)
                && phrase.normal(group.last()).equals(":");
    }

    private boolean isStatePredicate(int at) {
        return Words.STATE_PREDICATES_AR.contains(phrase.normal(at))
                || phrase.normal(at).equals("علي") && STANDING.contains(phrase.normal(at + 1));
    }

    /** "، من جهتها، قالت": what stands between the commas says nothing. */
    private boolean isAfterParenthesis(int from) {
        for (int i = from; i < from + PARENTHESIS && phrase.isWord(i); i++) {
            if (phrase.normal(i + 1).equals("،")) {
                return Words.STATE_VERBS_AR.contains(withoutPronoun(phrase.normal(i + 2)));
            }
        }
        return false;
    }

    private boolean isMember(int from) {
        for (int i = from; i < from + APPOSITION && phrase.isWord(i); i++) {
            if (phrase.normal(i).startsWith("عضو") || phrase.normal(i).startsWith("العضو")) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerb(String word, int at) {
        return Words.STATE_VERBS_AR.contains(word)
                || Words.STATE_VERBS_AR.contains(withoutPronoun(word))
                // "أما موسكو فقالت"
                || word.startsWith("ف") && Words.STATE_VERBS_AR.contains(withoutPronoun(word.substring(1)))
                || phrase.isWord(at)
                        && word.length() >= 4
                        && (word.startsWith("ت") || word.startsWith("ي") || word.startsWith("ست"))
                        && !Words.NOT_VERBS_AR.contains(word)
                        && !word.endsWith("ه");
    }

    private static String withoutPronoun(String word) {
        if (Words.STATE_VERBS_AR.contains(word)) {
            return word;
        }
        return PRONOUNS.stream()
                .filter(pronoun -> word.endsWith(pronoun) && word.length() > pronoun.length() + 2)
                .map(pronoun -> word.substring(0, word.length() - pronoun.length()))
                // "تتبناها" is of "تتبنى".
                .flatMap(verb -> verb.endsWith("ا")
                        ? Stream.of(verb, verb.substring(0, verb.length() - 1) + "ي")
                        : Stream.of(verb))
                .filter(Words.STATE_VERBS_AR::contains)
                .findFirst()
                .orElse(word);
    }

    private static String unjoined(String word) {
        return word.length() > 2 && (word.startsWith("و") || word.startsWith("ف")) && !isWhole(word)
                ? word.substring(1)
                : word;
    }

    /** "وافقت" begins with its own letter. */
    private static boolean isWhole(String word) {
        return Words.STATE_VERBS_AR.contains(word) || Words.STATE_NOUNS_AR.contains(word);
    }
}
