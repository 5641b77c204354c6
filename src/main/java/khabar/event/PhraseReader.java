package khabar.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import khabar.event.Line.Edge;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.names.Link;
import khabar.names.MentionType;
import khabar.names.Resolution;
import khabar.text.Token;

/** Finds the phrases of a sentence around its mentions, and those of nameless people. */
abstract class PhraseReader {
    private static final Set<String> BETWEEN = Set.of("بين", "between");

    /** How many sentences back "the city" reaches. */
    private static final int SENTENCES_BACK = 2;

    final Lexicon lexicon;
    final World world;

    PhraseReader(Lexicon lexicon, World world) {
        this.lexicon = lexicon;
        this.world = world;
    }

    /**
     * @param line without its phrases
     * @param links of this sentence
     * @param earlier links before this sentence
     */
    abstract List<Phrase> read(Line line, List<Link> links, List<Link> earlier);

    /** Joins phrases that "and" joins: the second takes the preposition of the first. */
    static List<Phrase> join(Line line, List<Phrase> found) {
        List<Phrase> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Phrase::start).thenComparingInt(Phrase::last));
        for (int i = 1; i < sorted.size(); i++) {
            Phrase before = sorted.get(i - 1);
            Phrase phrase = sorted.get(i);
            if (phrase.joined() && isSubjectOfNext(line, before, phrase)) {
                sorted.set(i, phrase.attached(new Phrase.Attachment(phrase.preposition(), false, false)));
            } else if (phrase.joined() && phrase.preposition().isEmpty() && gap(line, before.last(), phrase.start())) {
                sorted.set(
                        i,
                        phrase.attached(new Phrase.Attachment(
                                before.preposition(), true, before.attachment().nested())));
            }
        }
        for (int i = sorted.size() - 2; i > 0; i--) { // "X, Y and Z"
            Phrase phrase = sorted.get(i);
            Phrase before = sorted.get(i - 1);
            boolean listed = sorted.get(i + 1).joined()
                    && !phrase.joined()
                    && phrase.isBare()
                    && phrase.isActor()
                    && before.isActor()
                    && phrase.start() == before.last() + 1
                    && line.edge(before.last()) == Edge.COMMA;
            if (listed) {
                sorted.set(
                        i,
                        phrase.attached(new Phrase.Attachment(
                                before.preposition(), true, before.attachment().nested())));
            }
        }
        return sorted;
    }

    /** "X met Y and Z left": Z is not met, it begins the next clause. */
    private static boolean isSubjectOfNext(Line line, Phrase before, Phrase phrase) {
        boolean verb = line.triggers().stream()
                .anyMatch(t -> t.first() == phrase.last() && !t.joined() && isSurelyVerb(line, t));
        if (!verb || BETWEEN.contains(before.preposition())) {
            return false;
        }
        boolean otherKind = before.isPlace() != phrase.isPlace() && !before.isBare();
        boolean told = line.triggers().stream()
                .anyMatch(t -> t.last() <= before.start()
                        && !t.isNoun()
                        && line.edges().subList(t.last(), before.start()).stream()
                                .noneMatch(edge -> edge == Edge.HARD || edge == Edge.CLAUSE || edge == Edge.RELATIVE));
        return otherKind || told;
    }

    private static boolean isSurelyVerb(Line line, Trigger trigger) {
        return trigger.readings().stream()
                .allMatch(r -> r.pattern().kind() == Pattern.Kind.VERB
                        && switch (r.inflection().form()) {
                            case PERFECT, PARTICIPLE ->
                                line.normals().get(trigger.first()).length() > 3;
                            case IMPERFECT, FUTURE, PASSIVE -> true;
                            case BASE, GERUND, NOUN, PURPOSE -> false;
                        });
    }

    /** Whether nothing but "and", a comma or an adjective stands between. */
    private static boolean gap(Line line, int from, int to) {
        if (to < from || to - from > 2) {
            return false;
        }
        for (int i = from; i < to; i++) {
            String word = line.normals().get(i);
            boolean light = word.equals("and")
                    || word.equals("و")
                    || line.edge(i) == Edge.COMMA
                    || word.startsWith("ال")
                    || word.equals("\"")
                    || word.equals("»");
            if (!light) {
                return false;
            }
        }
        return true;
    }

    static String text(Line line, int from, int to) {
        List<Token> tokens = line.tokens();
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean blank = i > from
                    && tokens.get(i - 1).span().end() < tokens.get(i).span().start();
            text.append(blank ? " " : "").append(tokens.get(i).text());
        }
        return text.toString();
    }

    /**
     * "In the city": the one city named in this sentence before it or in the two sentences before; where several are, or
     * none, nothing is taken up.
     *
     * @param noun in normal form, as the language writes it with its article
     * @param links of this sentence
     */
    Optional<Link> placeTakenUp(Line line, int at, String noun, List<Link> links, List<Link> earlier) {
        Optional<Predicate<Entry.Place>> kind = kindOfPlace(noun);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Map<Entity, Link> found = new LinkedHashMap<>();
        Stream.concat(
                        links.stream().filter(link -> link.mention().last() <= at),
                        earlier.reversed().stream()
                                .filter(link -> line.index() - link.mention().sentence() <= SENTENCES_BACK))
                .filter(link -> place(link).filter(kind.get()).isPresent())
                .forEach(link -> found.putIfAbsent(place(link).orElseThrow().entity(), link));
        return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
    }

    private Optional<Predicate<Entry.Place>> kindOfPlace(String noun) {
        if (lexicon.words("noun-of-city").has(noun)) {
            return Optional.of(place -> place.feature() == Entry.Feature.CITY);
        }
        if (lexicon.words("noun-of-area").has(noun)) {
            return Optional.of(place -> place.feature() == Entry.Feature.AREA);
        }
        if (lexicon.words("noun-of-capital").has(noun)) {
            return Optional.of(place -> world.capitalOf(place.entity()).isPresent());
        }
        return lexicon.words("noun-of-country").has(noun)
                ? Optional.of(place -> place.feature() == Entry.Feature.COUNTRY)
                : Optional.empty();
    }

    private static Optional<Entry.Place> place(Link link) {
        return link.mention().type() == MentionType.PLACE
                        && link.resolution() instanceof Resolution.Known known
                        && known.entry() instanceof Entry.Place place
                ? Optional.of(place)
                : Optional.empty();
    }

    /** The latest mention that "the group", "the movement" takes up: its name begins with the noun. */
    static Optional<Link> takenUp(String noun, List<Link> earlier) {
        return earlier.reversed().stream()
                .filter(link -> link.resolution().entity().isPresent())
                .filter(link -> PatternFile.normal(link.mention().text()).startsWith(noun))
                .findFirst();
    }
}
