package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/**
 * What reports of one event say together: the most frequent mode, the role that most give each participant, the union of
 * contexts and statuses, the highest confidence. Where votes are equal, the first report decides.
 */
record Event(List<Told> reports) {
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

    Told.Facts facts() {
        return first().facts();
    }

    Optional<Node> mode() {
        return mostFrequent(told -> told.facts().mode().stream());
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

    /** Words for nameless participants, of the first report that has any. */
    List<String> nameless(Node role) {
        return reports.stream()
                .map(told -> told.nameless(role).distinct().sorted().toList())
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    long articles() {
        return reports.stream()
                .map(told -> told.telling().articleKey())
                .distinct()
                .count();
    }

    /** Known sources; articles of one and the same text count as their first one. */
    long sources() {
        Map<String, Node> byText = new HashMap<>();
        for (Told told : reports) {
            told.telling()
                    .publisher()
                    .ifPresent(publisher -> byText.putIfAbsent(
                            told.telling().textHash().orElse(told.telling().articleKey()), publisher));
        }
        return byText.values().stream().distinct().count();
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

    private Optional<Node> mostFrequent(Function<Told, Stream<Node>> said) {
        Map<Node, Long> votes = votes(said);
        long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return reports.stream()
                .flatMap(said)
                .filter(node -> votes.getOrDefault(node, 0L) == most)
                .findFirst();
    }

    private Map<Node, Long> votes(Function<Told, Stream<Node>> said) {
        return reports.stream().flatMap(said).collect(Collectors.groupingBy(node -> node, Collectors.counting()));
    }

    private <T> Set<T> union(Function<Told, Stream<T>> said) {
        return reports.stream().flatMap(said).collect(Collectors.toSet());
    }
}
