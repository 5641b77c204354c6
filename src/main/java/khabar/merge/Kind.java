package khabar.merge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.vocab.Khe;
import org.apache.jena.graph.Node;

/**
 * What sort of event a report tells of.
 *
 * @param type notation, as in {@code ASSAULT}
 * @param mode notation within the type, as in {@code aerial}; empty where it is not told
 */
record Kind(String type, Optional<String> mode, Reality reality) {
    /** Types by which reporters, and coders, tell one and the same event. */
    private static final List<Set<String>> FAMILIES =
            List.of(Set.of("ASSAULT", "COERCE"), Set.of("SUPPORT", "COOPERATE", "AID"), Set.of("CONCEDE", "RETREAT"));

    private static final Map<String, String> FIRST_OF_FAMILY = FAMILIES.stream()
            .flatMap(family -> family.stream().map(type -> Map.entry(type, Collections.min(family))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Where the sides are equal: who is named first says nothing. */
    private static final Set<String> MUTUAL = Set.of("AGREE", "CONSULT", "COOPERATE");

    /** Modes that are told of one event; any two others are of two. */
    private static final List<Set<String>> NEAR = List.of(
            Set.of("CONSULT-visit", "CONSULT-multilateral", "CONSULT-third-party", "CONSULT-third"),
            Set.of("PROTEST-demo", "PROTEST-riot", "PROTEST-obstruct", "PROTEST-vandalize"),
            Set.of("ASSAULT-explosives", "ASSAULT-suicide-attack"),
            Set.of("ASSAULT-aerial", "ASSAULT-drone"),
            Set.of("ASSAULT-firearms", "ASSAULT-targeted"),
            Set.of("SANCTION-withdraw", "SANCTION-discontinue"),
            Set.of("MOBILIZE-troops", "MOBILIZE-weapons"));

    /** Of another type a report may be only where it tells no mode, or that something was taken: towns fall by attack. */
    private static final String TAKING = "COERCE-seize";

    static Kind of(Told.Facts facts) {
        String type = notation(facts.type());
        return new Kind(
                type,
                facts.mode().map(Kind::notation).map(mode -> mode.substring(mode.indexOf('-') + 1)),
                Reality.of(facts.status()));
    }

    /** The first of the types of its family: what is not of one family never is one event. */
    String family() {
        return FIRST_OF_FAMILY.getOrDefault(type, type);
    }

    boolean mutual() {
        return MUTUAL.contains(type);
    }

    /** Whether both can be of one event. */
    boolean agrees(Kind other) {
        if (reality != other.reality || !family().equals(other.family())) {
            return false;
        }
        if (!type.equals(other.type)) {
            return across() && other.across();
        }
        return mode.isEmpty() || other.mode.isEmpty() || mode.equals(other.mode) || near(other);
    }

    /** Whether both tell the same mode. */
    boolean sameMode(Kind other) {
        return type.equals(other.type) && mode.isPresent() && mode.equals(other.mode);
    }

    private boolean across() {
        return mode.isEmpty() ? !type.equals("COERCE") : notation().equals(TAKING);
    }

    private boolean near(Kind other) {
        return NEAR.stream().anyMatch(modes -> modes.contains(notation()) && modes.contains(other.notation()));
    }

    private String notation() {
        return mode.map(told -> type + "-" + told).orElse(type);
    }

    private static String notation(Node concept) {
        return concept.getURI().substring(Khe.NAMESPACE.length());
    }
}
