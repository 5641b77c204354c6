package khabar.merge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A storyline as {@code graph/storylines} says it: a slot for each event, in order, and its name, which is made of what
 * most of its events have in common.
 */
record StorylineTriples(Base base, DatasetGraph present, DatasetGraph links, Labels labels) {
    private static final int NAMED_PARTIES = 3;
    private static final int NAMED_PLACES = 2;

    private enum Tongue {
        ENGLISH("en", ", ", "MMM", "MMM uuuu"),
        ARABIC("ar", "، ", "MMMM", "MMMM uuuu");

        private final String tag;
        private final String comma;
        private final DateTimeFormatter month;
        private final DateTimeFormatter monthAndYear;

        Tongue(String tag, String comma, String month, String monthAndYear) {
            this.tag = tag;
            this.comma = comma;
            this.month = written(month);
            this.monthAndYear = written(monthAndYear);
        }

        private DateTimeFormatter written(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.of(tag)).withDecimalStyle(DecimalStyle.STANDARD);
        }
    }

    /**
     * What a story is named after, in any language.
     *
     * @param sort type of most of its events
     */
    private record Theme(Optional<Node> sort, List<Node> parties, List<Node> places, LocalDate first, LocalDate last) {}

    List<Triple> of(Node name, List<StoryTraits> story) {
        List<Triple> triples = new ArrayList<>();
        LocalDate first = story.getFirst().day();
        LocalDate last = story.getLast().day();
        triples.add(Triple.create(name, Rdf.type, Kh.Storyline));
        Theme theme = new Theme(sort(story), parties(story), places(story), first, last);
        triples.add(Triple.create(name, Rdfs.label, Literals.english(title(theme, Tongue.ENGLISH))));
        triples.add(Triple.create(name, Rdfs.label, Literals.arabic(title(theme, Tongue.ARABIC))));
        triples.add(Triple.create(name, Kh.firstDay, Literals.date(first)));
        triples.add(Triple.create(name, Kh.lastDay, Literals.date(last)));
        triples.add(Triple.create(name, Kh.eventCount, Literals.integer(story.size())));
        latestRun(story).ifPresent(run -> triples.add(Triple.create(name, Prov.wasGeneratedBy, run)));
        Map<Node, Node> slots = new LinkedHashMap<>();
        story.forEach(one -> slots.put(one.event(), base.id("slot", key(one.event()))));
        int order = 0;
        for (Map.Entry<Node, Node> slot : slots.entrySet()) {
            order++;
            triples.add(Triple.create(name, Kh.hasSlot, slot.getValue()));
            triples.add(Triple.create(slot.getValue(), Rdf.type, Kh.Slot));
            triples.add(Triple.create(slot.getValue(), Rdfs.label, Literals.english("Slot " + order)));
            triples.add(Triple.create(slot.getValue(), Rdfs.label, Literals.arabic("الحلقة " + order)));
            triples.add(Triple.create(slot.getValue(), Kh.order, Literals.integer(order)));
            triples.add(Triple.create(slot.getValue(), Kh.contains, slot.getKey()));
            triples.addAll(follows(slot.getKey(), slot.getValue(), slots));
        }
        return triples;
    }

    /** Only what is in the same storyline: where much hangs together, weaker links lead out of it. */
    private List<Triple> follows(Node event, Node slot, Map<Node, Node> slots) {
        List<Triple> triples = new ArrayList<>();
        Node graph = base.graph("storylines");
        Iter.toList(links.find(graph, Node.ANY, Kh.laterEvent, event))
                .forEach(link -> Said.object(links.getGraph(graph), link.getSubject(), Kh.earlierEvent)
                        .filter(slots::containsKey)
                        .ifPresent(earlier -> {
                            triples.add(Triple.create(slot, Kh.follows, base.id("slot", key(earlier))));
                            triples.add(Triple.create(slot, Kh.storyLink, link.getSubject()));
                        }));
        return triples;
    }

    private String title(Theme theme, Tongue tongue) {
        Function<Node, String> name = thing -> labels.of(thing, tongue.tag);
        String parties = joined(theme.parties(), name, tongue);
        String places = joined(theme.places(), name, tongue);
        return Stream.of(
                        theme.sort()
                                .map(type -> noun(type, tongue))
                                .map(sort -> parties.isEmpty() ? sort : sort + ": " + parties)
                                .orElse(parties),
                        places,
                        months(theme, tongue))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What sort of events they are, where half of them or more are of one. */
    private Optional<Node> sort(List<StoryTraits> story) {
        Graph events = present.getGraph(base.graph("events"));
        Map<Node, Long> types = story.stream()
                .flatMap(one -> Said.object(events, one.event(), Kh.eventType).stream())
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
        return types.entrySet().stream()
                .filter(type -> type.getValue() * 2 >= story.size())
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(Node::toString));
    }

    private String noun(Node type, Tongue tongue) {
        Phrase phrase = new Phrase(
                type.getURI().substring(Khe.NAMESPACE.length()),
                labels.of(type, tongue.tag),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return tongue == Tongue.ENGLISH ? phrase.english() : phrase.arabic();
    }

    private static List<Node> parties(List<StoryTraits> story) {
        Map<Node, Long> parties = counts(story, one -> one.parties().stream());
        List<Node> repeated = repeated(parties, NAMED_PARTIES);
        return repeated.isEmpty() ? fewest(parties, NAMED_PARTIES) : repeated;
    }

    /** Where more than one event was, else the country of more than one; else all, where they are few. */
    private static List<Node> places(List<StoryTraits> story) {
        Map<Node, Long> places = counts(story, one -> one.place().stream());
        return Stream.of(
                        repeated(places, NAMED_PLACES),
                        repeated(counts(story, one -> one.placeLand().stream()), NAMED_PLACES),
                        fewest(places, NAMED_PLACES))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Map<Node, Long> counts(List<StoryTraits> story, Function<StoryTraits, Stream<Node>> of) {
        return story.stream().flatMap(of).collect(Collectors.groupingBy(thing -> thing, Collectors.counting()));
    }

    /** Those of most events and of two at least, the most frequent first. */
    private static List<Node> repeated(Map<Node, Long> counts, int atMost) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(atMost)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Node> fewest(Map<Node, Long> counts, int atMost) {
        return counts.size() > atMost
                ? List.of()
                : counts.keySet().stream()
                        .sorted(Comparator.comparing(Node::toString))
                        .toList();
    }

    private static String joined(List<Node> things, Function<Node, String> name, Tongue tongue) {
        return things.stream().map(name).collect(Collectors.joining(tongue.comma));
    }

    private static String months(Theme theme, Tongue tongue) {
        YearMonth first = YearMonth.from(theme.first());
        YearMonth last = YearMonth.from(theme.last());
        if (first.equals(last)) {
            return tongue.monthAndYear.format(first);
        }
        return (first.getYear() == last.getYear() ? tongue.month : tongue.monthAndYear).format(first)
                + "–"
                + tongue.monthAndYear.format(last);
    }

    /** Of those, one for each article, that read the reports by which the events are named: so the order of arrival does not matter. */
    private Optional<Node> latestRun(List<StoryTraits> story) {
        return story.stream()
                .map(one -> key(one.event()).substring(0, key(one.event()).indexOf('-')))
                .distinct()
                .flatMap(article ->
                        Iter.toList(present.find(base.articleGraph(article), Node.ANY, Kh.runDay, Node.ANY)).stream())
                .map(day -> new Run(day.getSubject(), day.getObject().getLiteralLexicalForm()))
                .max(Comparator.comparing(Run::day)
                        .thenComparing(run -> run.name().getURI()))
                .map(Run::name);
    }

    private record Run(Node name, String day) {}

    private String key(Node event) {
        return base.parse(event.getURI()).map(Base.Local::key).orElseThrow();
    }
}
