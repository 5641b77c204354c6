package khabar.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What the gazetteer knows of actors and places: who acts for which state, and what lies in what. */
final class World {
    private final Base base;
    private final List<Graph> gazetteer;
    private final Map<Node, List<Node>> containers = new HashMap<>();
    private final Map<Node, Optional<Node>> states = new HashMap<>();
    private final Map<Asked, Optional<Node>> known = new HashMap<>();

    private record Asked(Node subject, Node property) {}

    World(Base base, List<Graph> gazetteer) {
        this.base = base;
        this.gazetteer = List.copyOf(gazetteer);
    }

    boolean isPerson(Node actor) {
        return base.isId(actor, "person");
    }

    boolean isState(Node actor) {
        return one(actor, Kh.statePlace).isPresent();
    }

    /** The states for which someone acts on the day: itself, that of an army or a ministry, that whose office one holds. */
    Set<Node> actsFor(Node actor, Claim.Side side) {
        if (isPerson(actor)) {
            return side.offices().stream()
                    .filter(office -> office.person().equals(actor))
                    .flatMap(office -> one(office.tenure(), Kh.officeOf).stream())
                    .flatMap(body -> state(body).stream())
                    .collect(Collectors.toSet());
        }
        return state(actor).map(Set::of).orElse(Set.of());
    }

    private Optional<Node> state(Node organisation) {
        return states.computeIfAbsent(organisation, body -> isState(body) ? Optional.of(body) : one(body, Kh.country));
    }

    /** The country, as a place, of a state, of what belongs to one, or of a person; empty where none is known. */
    Optional<Node> land(Node actor) {
        return state(actor).flatMap(body -> one(body, Kh.statePlace));
    }

    /** The place and what holds it, the closest first. */
    List<Node> chain(Node place) {
        List<Node> known = containers.get(place);
        if (known != null) {
            return known;
        }
        List<Node> chain = new ArrayList<>(List.of(place));
        Optional<Node> next = one(place, Kh.within);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = one(next.get(), Kh.within);
        }
        containers.put(place, List.copyOf(chain));
        return chain;
    }

    /** Whether one is the other or lies in it. */
    boolean within(Node inner, Node outer) {
        return chain(inner).contains(outer);
    }

    /** What holds all else around it; empty where the gazetteer does not say that it is a country. */
    Optional<Node> country(Node place) {
        return Optional.of(chain(place).getLast()).filter(this::isCountry);
    }

    boolean isCountry(Node place) {
        return one(place, Kh.feature)
                .filter(feature -> feature.getLiteralLexicalForm().equals("country"))
                .isPresent();
    }

    private Optional<Node> one(Node subject, Node property) {
        return known.computeIfAbsent(new Asked(subject, property), asked -> find(subject, property));
    }

    private Optional<Node> find(Node subject, Node property) {
        return gazetteer.stream()
                .flatMap(graph -> Said.object(graph, subject, property).stream())
                .min(java.util.Comparator.comparing(Node::toString));
    }
}
