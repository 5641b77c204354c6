package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/**
 * What reports of one event say together: the type, mode and day that most tell, the closest place that most tell or that
 * lies in what they tell, the role that most give each participant, the union of contexts and statuses, the highest
 * confidence. Where votes are equal, the first report decides. What else reports say stays with them, and the event says
 * about what they disagree.
 */
record Event(List<Told> reports, World world) {
    /** @param reports at least one */
    Event {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("an event without a report");
        }
        reports = reports.stream().sorted().toList();
    }

    Told first() {
        return reports.getFirst();
    }

    Node type() {
        return mostFrequent(told -> Stream.of(told.facts().type())).orElseThrow();
    }

    /** Of the most exact that are told the most frequent. */
    Told.Period period() {
        When.Precision best = reports.stream()
                .map(told -> told.claim().when().precision())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return mostFrequent(told -> Stream.of(told)
                        .filter(one -> one.claim().when().precision() == best)
                        .map(one -> one.facts().period()))
                .orElseThrow();
    }

    /** A town speaks for its country, too: the place that most tell or tell what holds it, the closest of them. */
    Optional<Node> place() {
        List<Node> told =
                reports.stream().flatMap(one -> one.facts().place().stream()).toList();
        return told.stream()
                .distinct()
                .max(Comparator.<Node>comparingLong(place -> told.stream()
                                .filter(other -> world.within(place, other))
                                .count())
                        .thenComparingInt(place -> world.chain(place).size())
                        .thenComparingInt(place -> -told.indexOf(place)));
    }

    /** What reports tell differently: {@code date}, {@code place}, {@code dead}, {@code wounded}. */
    Set<String> disputed() {
        Set<String> disputed = new TreeSet<>();
        if (reports.stream()
                        .map(told -> told.claim().when())
                        .filter(When::isDay)
                        .distinct()
                        .count()
                > 1) {
            disputed.add("date");
        }
        List<Node> places = reports.stream()
                .flatMap(told -> told.facts().place().stream())
                .distinct()
                .toList();
        if (places.stream()
                .anyMatch(one ->
                        places.stream().anyMatch(other -> !world.within(one, other) && !world.within(other, one)))) {
            disputed.add("place");
        }
        if (tells(toll -> toll.dead()) > 1) {
            disputed.add("dead");
        }
        if (tells(toll -> toll.wounded()) > 1) {
            disputed.add("wounded");
        }
        return disputed;
    }

    /** How many different numbers are told. */
    private long tells(Function<Told.Toll, Optional<String>> number) {
        return reports.stream()
                .flatMap(told -> number.apply(told.facts().toll()).stream())
                .distinct()
                .count();
    }

    /** Under which reports of the same event are looked up. */
    Set<String> keys(Links links) {
        return union(told -> links.standing(told.claim()).stream());
    }

    Optional<Node> mode() {
        Node type = type();
        return mostFrequent(told -> Stream.of(told.facts())
                .filter(facts -> facts.type().equals(type))
                .flatMap(facts -> facts.mode().stream()));
    }

    Set<Node> contexts() {
        return union(told -> told.facts().contexts().stream());
    }

    Set<Node> statuses() {
        return union(told -> Stream.of(told.facts().status()));
    }

    double confidence() {
        return reports.stream()
                .mapToDouble(told -> told.facts().confidence())
                .max()
                .orElseThrow();
    }

    /** Who has this role, in order of IRI. */
    List<Node> parties(Node role) {
        Node other = role.equals(Kh.ActorRole) ? Kh.RecipientRole : Kh.ActorRole;
        Map<Node, Long> votes = votes(told -> told.entities(role).stream());
        Map<Node, Long> against = votes(told -> told.entities(other).stream());
        List<Node> parties = new ArrayList<>();
        votes.forEach((party, count) -> {
            long opposed = against.getOrDefault(party, 0L);
            if (count > opposed || (count == opposed && firstGives(party, role))) {
                parties.add(party);
            }
        });
        parties.sort(Comparator.comparing(Node::getURI));
        return parties;
    }

    /** Nameless participants, of the first report that can say what kind of people they are, else of the first that has any. */
    List<Told.Words> nameless(Node role) {
        List<List<Told.Words>> groups = reports.stream()
                .map(told -> told.nameless(role).distinct().toList())
                .filter(group -> !group.isEmpty())
                .toList();
        return groups.stream()
                .filter(group -> group.stream().allMatch(words -> words.kind().isPresent()))
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .orElse(List.of());
    }

    long articles() {
        return reports.stream()
                .map(told -> told.telling().articleKey())
                .distinct()
                .count();
    }

    /** Known sources; copies of one story count as the first of them. */
    long sources() {
        Map<String, Node> byStory = new HashMap<>();
        for (Told told : reports) {
            told.telling()
                    .publisher()
                    .ifPresent(publisher -> byStory.putIfAbsent(told.telling().story(), publisher));
        }
        return byStory.values().stream().distinct().count();
    }

    Set<String> languages() {
        return union(told -> told.telling().language().stream());
    }

    Optional<String> firstPublished() {
        return reports.stream().flatMap(told -> told.telling().day().stream()).min(Comparator.naturalOrder());
    }

    private boolean firstGives(Node party, Node role) {
        return reports.stream()
                .filter(told -> told.entities().contains(party))
                .findFirst()
                .map(told -> told.entities(role).contains(party))
                .orElse(false);
    }

    private <T> Optional<T> mostFrequent(Function<Told, Stream<T>> said) {
        Map<T, Long> votes = votes(said);
        long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return reports.stream()
                .flatMap(said)
                .filter(value -> votes.getOrDefault(value, 0L) == most)
                .findFirst();
    }

    private <T> Map<T, Long> votes(Function<Told, Stream<T>> said) {
        return reports.stream().flatMap(said).collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    }

    private <T> Set<T> union(Function<Told, Stream<T>> said) {
        return reports.stream().flatMap(said).collect(Collectors.toSet());
    }
}
