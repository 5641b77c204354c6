package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The concepts of {@code ontology/event-types.ttl}: PLOVER's types, modes, contexts and quad classes, CAMEO's codes, people, means. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Khe {
    public static final String NAMESPACE = "https://w3id.org/khabar/event-types#";

    /** The scheme of types and modes, and the document itself. */
    public static final Node Scheme = NodeFactory.createURI("https://w3id.org/khabar/event-types");

    /** The schemes of what events are about, of quad classes, of people without a name, of means, and of CAMEO codes. */
    public static final Node contexts = concept("contexts");

    public static final Node quads = concept("quads");
    public static final Node people = concept("people");
    public static final Node means = concept("means");
    public static final Node cameo = concept("cameo");

    private Khe() {}

    /** A type or a mode by its notation: {@code CONSULT}, {@code CONSULT-visit}. */
    public static Node concept(String notation) {
        return NodeFactory.createURI(NAMESPACE + notation);
    }

    /** A context in PLOVER's spelling: {@code human_rights}. */
    public static Node context(String word) {
        return concept("context-" + word);
    }

    /** People without a name of their own, by their key: {@code protesters}. */
    public static Node people(String key) {
        return concept("people-" + key);
    }

    /** What an attack or a protest is made with, by its key: {@code car-bomb}. */
    public static Node means(String key) {
        return concept("means-" + key);
    }

    /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
    public static Node quad(int number) {
        return concept("quad-" + number);
    }

    /** A code of CAMEO with its leading zero: {@code 042}. */
    public static Node cameo(String code) {
        return concept("cameo-" + code);
    }
}
