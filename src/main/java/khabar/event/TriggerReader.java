package khabar.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.event.Inflection.Form;
import khabar.event.Line.Edge;
import khabar.text.Clitics;

/** Finds the words of a sentence that may tell an event. */
final class TriggerReader {
    /** How many words, those of names not counted, a needed word may stand after its trigger, and before it. */
    private static final int NEED_AFTER = 9;

    private static final int NEED_BEFORE = 7;
    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "its", "their", "his", "her", "this", "these", "of");

    private static final Set<String> BEFORE_PEOPLE =
            Set.of("on", "of", "for", "to", "with", "from", "among", "against");
    private static final Set<String> BEING = Set.of("is", "are", "was", "were", "be", "been");

    /** Verbs whose participle is spelled like the infinitive. */
    private static final Set<String> UNCHANGING = Set.of("hit", "cut", "set", "put", "shut", "quit");

    private final Lexicon lexicon;

    TriggerReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Triggers in text order; none overlap.
     *
     * @param named which tokens belong to a name
     */
    List<Trigger> read(List<String> normals, List<Edge> edges, boolean[] named) {
        List<Trigger> triggers = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < normals.size(); i++) {
            if (i < next || named[i]) {
                continue;
            }
            boolean support = lexicon.words("support").at(normals, i) > 0
                    || lexicon.words("leader").at(normals, i) > 0
                    || lexicon.words("host").at(normals, i) > 0
                    || i > 1
                            && edges.get(i - 1) == Edge.NONE
                            && normals.get(i - 1).equals("-"); // "rebel-held"
            Optional<Trigger> found =
                    support || describes(normals, i) ? Optional.empty() : at(normals, edges, named, i);
            if (found.isPresent()) {
                triggers.add(found.get());
                next = found.get().last();
            }
        }
        return triggers;
    }

    /** English participles after an article are adjectives, "the besieged town"; so are bare words after "be", "is free". */
    private boolean describes(List<String> normals, int at) {
        if (lexicon.arabic || at == 0) {
            return false;
        }
        boolean state = BEING.contains(normals.get(at - 1))
                && !UNCHANGING.contains(normals.get(at))
                && !lexicon.entries(normals.get(at)).isEmpty()
                && lexicon.entries(normals.get(at)).stream()
                        .allMatch(e -> e.inflection().form() == Form.BASE);
        return state
                || (DETERMINERS.contains(normals.get(at - 1)) || describesPeople(normals, at))
                        && lexicon.entries(normals.get(at)).stream()
                                .allMatch(e -> e.inflection().form() == Form.PARTICIPLE
                                        || e.inflection().form() == Form.GERUND
                                        || e.inflection().form() == Form.PERFECT);
    }

    /** "On wounded soldiers". */
    private boolean describesPeople(List<String> normals, int at) {
        return at + 1 < normals.size()
                && lexicon.agent(normals.get(at + 1)) != null
                && BEFORE_PEOPLE.contains(normals.get(at - 1));
    }

    private Optional<Trigger> at(List<String> normals, List<Edge> edges, boolean[] named, int at) {
        List<Trigger.Reading> readings = new ArrayList<>();
        int length = 0;
        boolean joined = at > 0
                && (normals.get(at - 1).equals("and") || normals.get(at - 1).equals("و"));
        for (Clitics.Candidate candidate : candidates(normals.get(at))) {
            for (int words = Math.min(lexicon.longest(stem(candidate)), normals.size() - at); words >= 1; words--) {
                String phrase = phrase(normals, at, words, stem(candidate));
                List<Trigger.Reading> found = readings(normals, edges, named, candidate, phrase, at, words);
                if (!found.isEmpty() && (length == 0 || words == length)) {
                    length = words;
                    readings.addAll(found);
                    joined |= candidate.has('و') || candidate.has('ف');
                }
            }
        }
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        readings.removeIf(reading -> readings.stream().anyMatch(other -> isPartOf(reading, other)));
        readings.sort(Comparator.comparing((Trigger.Reading r) -> !byPhone(r))
                .thenComparing(r -> !r.hasNeed())
                .thenComparingInt(r -> r.hasNeed() ? Math.abs(r.need() - at) : 0)
                .thenComparingDouble(r -> -r.pattern().weight()));
        return Optional.of(new Trigger(at, at + length, joined, readings));
    }

    /** "Staged a hunger strike" is no strike: the needed word belongs to another's. */
    private static boolean isPartOf(Trigger.Reading reading, Trigger.Reading other) {
        return reading.hasNeed()
                && other.hasNeed()
                && other.needLast() == reading.need()
                && other.pattern().code().type() != reading.pattern().code().type();
    }

    /** A telephone named beside "talks" tells more than the talks. */
    private static boolean byPhone(Trigger.Reading reading) {
        return reading.hasNeed()
                && reading.pattern()
                        .code()
                        .mode()
                        .map(mode -> mode.name().equals("phone"))
                        .orElse(false);
    }

    private List<Trigger.Reading> readings(
            List<String> normals,
            List<Edge> edges,
            boolean[] named,
            Clitics.Candidate candidate,
            String phrase,
            int at,
            int words) {
        boolean definite = lexicon.arabic && candidate.rest().startsWith("ال") && !phrase.startsWith("ال");
        List<Trigger.Reading> found = new ArrayList<>();
        for (Lexicon.Entry entry : lexicon.entries(phrase)) {
            Optional<Inflection> inflection = inflected(entry, candidate, definite);
            boolean barred =
                    at + words < normals.size() && entry.pattern().barred().contains(normals.get(at + words));
            if (inflection.isEmpty() || barred) {
                continue;
            }
            Set<String> needs = entry.pattern().needs();
            // "After a blast, ten were killed", but "beside the strikes, they launched".
            boolean back = lexicon.arabic || entry.pattern().recipientRequired();
            int[] need =
                    needs.isEmpty() ? new int[] {-1, -1} : need(normals, edges, named, needs, at, at + words, back);
            if (needs.isEmpty() || need[0] >= 0) {
                found.add(new Trigger.Reading(entry.pattern(), inflection.get(), need[0], need[1]));
            }
        }
        return found;
    }

    /** The form with its prefixes, where they go together. */
    private Optional<Inflection> inflected(Lexicon.Entry entry, Clitics.Candidate candidate, boolean definite) {
        Inflection inflection = entry.inflection();
        boolean joined =
                candidate.prefix().startsWith("و") || candidate.prefix().startsWith("ف");
        String prefix = joined ? candidate.prefix().substring(1) : candidate.prefix();
        if (inflection.isNoun()) {
            return prefix.equals("س") ? Optional.empty() : Optional.of(inflection.made(definite));
        }
        if (definite) {
            return Optional.empty();
        }
        boolean imperfect = inflection.form() == Form.IMPERFECT;
        return switch (prefix) {
            case "" -> Optional.of(inflection);
            case "س" -> imperfect ? Optional.of(inflection.with(Form.FUTURE)) : Optional.empty();
            case "ل" -> imperfect ? Optional.of(inflection.with(Form.PURPOSE)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private List<Clitics.Candidate> candidates(String normal) {
        if (!lexicon.arabic) {
            return List.of(new Clitics.Candidate("", normal, 0));
        }
        List<Clitics.Candidate> candidates = new ArrayList<>(Clitics.of(normal));
        for (String before : List.of("", "و", "ف")) {
            if (normal.startsWith(before + "س") && normal.length() > before.length() + 3) {
                candidates.add(new Clitics.Candidate(
                        before + "س", normal.substring(before.length() + 1), before.length() + 1));
            }
        }
        return candidates;
    }

    /** Without the article, unless a phrase of the lexicon begins with it. */
    private String stem(Clitics.Candidate candidate) {
        String rest = candidate.rest();
        return lexicon.arabic && rest.startsWith("ال") && rest.length() > 4 && lexicon.longest(rest) == 0
                ? rest.substring(2)
                : rest;
    }

    private static String phrase(List<String> normals, int at, int words, String first) {
        return words == 1 ? first : first + " " + String.join(" ", normals.subList(at + 1, at + words));
    }

    /** The nearest needed word: after the trigger rather than before it. */
    private int[] need(
            List<String> normals,
            List<Edge> edges,
            boolean[] named,
            Set<String> needs,
            int first,
            int last,
            boolean overComma) {
        int passed = 0;
        for (int i = last; i < normals.size() && passed < NEED_AFTER; i++) {
            if (edges.get(i) == Edge.HARD) {
                break;
            }
            passed += named[i] ? 0 : 1;
            int end = needAt(normals, needs, i, i == last);
            if (end > i) {
                return new int[] {i, end};
            }
        }
        int behind = lexicon.arabic ? last : behindObject(normals, named, last);
        if (behind > last && behind < normals.size() && needs.contains("+" + normals.get(behind))) {
            return new int[] {behind, behind + 1};
        }
        for (int i = first - 1; i >= Math.max(0, first - NEED_BEFORE); i--) {
            if (edges.get(i) == Edge.HARD || !overComma && edges.get(i) == Edge.COMMA) {
                break;
            }
            int end = needAt(normals, needs, i, false);
            if (end > i && end <= first) {
                return new int[] {i, end};
            }
        }
        return new int[] {-1, -1};
    }

    /** Index after the name or the people that follow at once: "told the Turkish government to". */
    private int behindObject(List<String> normals, boolean[] named, int from) {
        int at = from;
        boolean someone = false;
        while (at < normals.size() && at - from < NEED_AFTER) {
            String word = normals.get(at);
            boolean noun = named[at]
                    || lexicon.agent(word) != null
                    || lexicon.words("head").has(word);
            if (!noun
                    && !lexicon.words("light").has(word)
                    && !lexicon.words("title").has(word)) {
                break;
            }
            someone |= noun;
            at++;
        }
        return someone ? at : from;
    }

    private int needAt(List<String> normals, Set<String> needs, int at, boolean adjacent) {
        Set<String> here = spellings(normals.get(at));
        for (String need : needs) {
            boolean mustAdjoin = need.startsWith("~");
            if (mustAdjoin && !adjacent || need.startsWith("+")) {
                continue;
            }
            String phrase = mustAdjoin ? need.substring(1) : need;
            int blank = phrase.indexOf(' ');
            if (here.contains(blank < 0 ? phrase : phrase.substring(0, blank))) {
                int length = blank < 0 ? 1 : length(normals, phrase.split(" ", -1), at);
                if (length > 0) {
                    return at + length;
                }
            }
        }
        return -1;
    }

    /** How many tokens from this one on are these words; 0 if they are others. */
    private int length(List<String> normals, String[] words, int at) {
        for (int i = 1; i < words.length; i++) {
            if (at + i >= normals.size() || !spellings(normals.get(at + i)).contains(words[i])) {
                return 0;
            }
        }
        return words.length;
    }

    /** The word with and without its prefixes, article and accusative ending. */
    private Set<String> spellings(String normal) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(normal);
        if (lexicon.arabic) {
            for (Clitics.Candidate candidate : Clitics.of(normal)) {
                String rest = candidate.rest();
                spellings.add(rest);
                if (rest.startsWith("ال") && rest.length() > 4) {
                    spellings.add(rest.substring(2));
                }
                if (rest.endsWith("ا") && rest.length() > 3) {
                    spellings.add(rest.substring(0, rest.length() - 1));
                }
            }
        }
        return spellings;
    }
}
