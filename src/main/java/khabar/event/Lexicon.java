package khabar.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one language has for telling events: patterns by form, function words, words of status, nameless agents. */
final class Lexicon {
    /** A form of a pattern's word or words. */
    record Entry(Pattern pattern, Inflection inflection) {}

    /**
     * A word that denies, plans or doubts what stands after it.
     *
     * @param reach how many words to the right it may govern
     */
    record Operator(Status status, int reach) {}

    /**
     * A word for people without a name.
     *
     * @param kind key of {@code patterns/people.tsv}, where the word is listed there
     * @param tied whether the word says nothing without a country: "the minister"
     */
    record AgentWord(String sector, boolean mayAct, boolean tied, Optional<String> kind) {
        /** A people, by its plural. */
        static final AgentWord PEOPLE = new AgentWord("CVL", true, false, Optional.of("people"));
    }

    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been");

    /** With these a pattern of an adjective has its verb already. */
    private static final Set<String> AUXILIARIES = Set.of(
            "is", "are", "was", "were", "will", "would", "wo", "do", "does", "did", "has", "have", "no", "must",
            "should");

    final boolean arabic;
    private final Map<String, List<Entry>> forms = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();
    private final Map<String, Phrases> words = new HashMap<>();
    private final Set<String> edgeVerbs = new HashSet<>();
    private final Set<String> reporting = new HashSet<>();
    private final Map<String, Operator> operators = new HashMap<>();
    private final Map<String, AgentWord> agents = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();

    private Lexicon(String language) {
        this.arabic = language.equals("ar");
        PatternFile.rows("words-" + language).forEach(this::addWords);
        PatternFile.rows("status-" + language).forEach(this::addOperator);
        PatternFile.rows("people")
                .forEach(row -> PatternFile.list(row.get(arabic ? 2 : 1))
                        .forEach(word -> people.putIfAbsent(PatternFile.normal(word), row.get(0))));
        PatternFile.rows("agents-" + language).forEach(this::addAgents);
        PatternFile.rows("events-" + language).forEach(this::addPattern);
    }

    /** Immutable, and dear to make: one is enough. */
    private static final class Arabic {
        static final Lexicon LEXICON = new Lexicon("ar");
    }

    private static final class English {
        static final Lexicon LEXICON = new Lexicon("en");
    }

    static Lexicon arabic() {
        return Arabic.LEXICON;
    }

    static Lexicon english() {
        return English.LEXICON;
    }

    /** Patterns one of whose forms is this phrase. */
    List<Entry> entries(String normal) {
        return forms.getOrDefault(normal, List.of());
    }

    /** The most words that a form has that begins with this word. */
    int longest(String first) {
        return longest.getOrDefault(first, 0);
    }

    /** @throws IllegalArgumentException if the file has no such category */
    Phrases words(String category) {
        Phrases found = words.get(category);
        if (found == null) {
            throw new IllegalArgumentException("no words of category " + category);
        }
        return found;
    }

    /** Whether the word is a finite verb that opens a clause of its own. */
    boolean isEdgeVerb(String normal) {
        return edgeVerbs.contains(normal);
    }

    /** Whether the word tells an event in the form of "bombing". */
    boolean isGerund(String normal) {
        return normal.endsWith("ing")
                && entries(normal).stream().anyMatch(e -> e.inflection().form() == Inflection.Form.GERUND);
    }

    Map<String, Operator> operators() {
        return operators;
    }

    /** Whether the word is a form of a verb of saying: what stands behind it is what somebody says. */
    boolean isReporting(String normal) {
        return reporting.contains(normal);
    }

    @org.jspecify.annotations.Nullable
    AgentWord agent(String normal) {
        return agents.get(normal);
    }

    private Map<String, Inflection> verb(String lemma) {
        return arabic ? ArabicForms.verb(lemma) : EnglishForms.verb(lemma);
    }

    private void addWords(List<String> row) {
        String category = row.get(0);
        if (category.equals("reporting") || category.equals("other-verb")) {
            PatternFile.list(row.get(1))
                    .flatMap(lemma -> verb(lemma).entrySet().stream())
                    .filter(form -> opensClause(form.getKey(), form.getValue(), category))
                    .map(form -> PatternFile.normal(form.getKey()))
                    .forEach(category.equals("reporting") ? this::addReporting : edgeVerbs::add);
            return;
        }
        words.put(
                category,
                new Phrases(
                        PatternFile.list(row.get(1)).map(PatternFile::normal).toList()));
    }

    private void addReporting(String normal) {
        edgeVerbs.add(normal);
        reporting.add(normal);
    }

    /** Short Arabic perfects look like nouns; English auxiliaries open nothing. */
    private boolean opensClause(String form, Inflection inflection, String category) {
        return switch (inflection.form()) {
            case PERFECT -> !arabic || form.length() > 3 || category.equals("reporting") && !form.equals("نقل");
            case IMPERFECT -> arabic ? form.length() > 3 : true;
            case PARTICIPLE -> !arabic;
            case FUTURE, PURPOSE, PASSIVE, GERUND, BASE, NOUN -> false;
        };
    }

    private void addOperator(List<String> row) {
        Operator operator =
                new Operator(Status.valueOf(row.get(2).toUpperCase(Locale.ROOT)), Integer.parseInt(row.get(3)));
        Stream<String> spelled = row.get(0).equals("verb") ? verb(row.get(1)).keySet().stream() : Stream.of(row.get(1));
        spelled.map(PatternFile::normal).forEach(normal -> operators.putIfAbsent(normal, operator));
    }

    private void addAgents(List<String> row) {
        PatternFile.list(row.get(0))
                .map(PatternFile::normal)
                .forEach(normal -> agents.putIfAbsent(
                        normal,
                        new AgentWord(
                                row.get(1),
                                !row.get(2).equals("victim"),
                                row.get(2).equals("tied"),
                                Optional.ofNullable(people.get(normal)))));
    }

    private void addPattern(List<String> row) {
        Pattern.Kind kind = row.get(0).equals("n") ? Pattern.Kind.NOUN : Pattern.Kind.VERB;
        String recipient = row.get(5);
        for (String lemma : row.get(1).split("\\|", -1)) {
            List<String> beside =
                    PatternFile.list(row.get(2)).map(Lexicon::need).toList();
            Pattern pattern = new Pattern(
                    kind,
                    lemma.strip(),
                    beside.stream().filter(word -> !word.startsWith("-")).collect(Collectors.toSet()),
                    beside.stream()
                            .filter(word -> word.startsWith("-"))
                            .map(word -> word.substring(1))
                            .collect(Collectors.toSet()),
                    code(row.get(3)),
                    slots(row.get(4)),
                    slots(recipient.startsWith("!") ? recipient.substring(1) : recipient),
                    recipient.startsWith("!"),
                    contexts(row.get(6)),
                    Double.parseDouble(row.get(7)),
                    row.get(3).startsWith("ASSAULT")
                            && words("harm")
                                    .has(PatternFile.normal(lemma.strip().split("/", -1)[0])));
            inflected(row.get(0), lemma.strip())
                    .forEach((form, inflection) -> add(form, new Entry(pattern, inflection)));
        }
    }

    private Map<String, Inflection> inflected(String kind, String lemma) {
        return switch (kind) {
            case "v" -> verb(lemma);
            case "n" -> arabic ? ArabicForms.noun(lemma) : EnglishForms.noun(lemma);
            // "Is willing to", "must": a verb that has one form.
            case "a" ->
                (AUXILIARIES.contains(lemma.split(" ", -1)[0])
                                ? Stream.of(lemma)
                                : BE.stream().map(be -> be + " " + lemma))
                        .collect(Collectors.toMap(form -> form, form -> Inflection.of(Inflection.Form.PERFECT)));
            default -> throw new IllegalArgumentException("no kind of pattern: " + kind);
        };
    }

    private void add(String form, Entry entry) {
        String normal = PatternFile.normal(form);
        List<Entry> known = forms.computeIfAbsent(normal, key -> new ArrayList<>());
        if (known.stream().noneMatch(e -> e.pattern().equals(entry.pattern()))) {
            known.add(entry);
        }
        String[] parts = normal.split(" ", -1);
        longest.merge(parts[0], parts.length, Math::max);
    }

    private static String need(String words) {
        boolean placed = words.startsWith("~") || words.startsWith("+") || words.startsWith("-");
        return placed ? words.charAt(0) + PatternFile.normal(words.substring(1)) : PatternFile.normal(words);
    }

    private static EventCode code(String notation) {
        int dash = notation.indexOf('-');
        return dash < 0
                ? EventCode.of(EventType.valueOf(notation))
                : EventCode.of(EventType.valueOf(notation.substring(0, dash)), notation.substring(dash + 1));
    }

    private static Set<Context> contexts(String cell) {
        return PatternFile.list(cell)
                .map(word -> Context.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Context.class)));
    }

    private static List<Pattern.Slot> slots(String cell) {
        return cell.equals("-")
                ? List.of()
                : Arrays.stream(cell.split(",", -1)).map(Lexicon::slot).toList();
    }

    private static Pattern.Slot slot(String spelled) {
        return switch (spelled.strip()) {
            case "S" -> new Pattern.Slot.Subject();
            case "O" -> new Pattern.Slot.DirectObject();
            case "G" -> new Pattern.Slot.Genitive();
            case "A" -> new Pattern.Slot.Agent();
            case "R" -> new Pattern.Slot.Speaker();
            case "P" -> new Pattern.Slot.After(Phrase.POSSESSOR);
            default -> new Pattern.Slot.After(PatternFile.normal(spelled));
        };
    }
}
