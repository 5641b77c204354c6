package khabar.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.merge.Decisions;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** What people name by a key or an IRI, as it is now: what was replaced is followed to what is there instead. */
final class Named {
    private final Base base;
    private final DatasetGraph present;
    private final Node events;
    private final Node actors;

    Named(Base base, DatasetGraph present) {
        this.base = base;
        this.present = present;
        this.events = base.graph("events");
        this.actors = base.graph("actors");
    }

    /** Somebody named what is not there; the message is one line for a person. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String message) {
            super(message);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    Node event(String given) {
        Node named = thing("event", given);
        Node event = one(events, named, Dct.isReplacedBy).orElse(named);
        if (!present.contains(events, event, Rdf.type, Kh.Event)) {
            throw missing("event", given, named);
        }
        return event;
    }

    Node report(String given) {
        Node named = thing("report", given);
        Node report = new Decisions(base, present).now(named);
        if (eventOf(report).isEmpty()) {
            throw missing("report", given, named);
        }
        return report;
    }

    /** Of someone known the address, else that which a name makes by itself. */
    Node actor(String given) {
        return Stream.of("person", "organisation")
                .flatMap(type -> Stream.ofNullable(parsed(type, given)))
                .filter(actor -> isKnown(actor) || present.contains(Node.ANY, Node.ANY, Kh.ownActor, actor))
                .findFirst()
                .orElseThrow(() -> new Missing("there is no person or organisation " + given));
    }

    /** A name in an article as it is read now. */
    Node mention(String given) {
        Node named = thing("mention", given);
        if (!present.contains(Node.ANY, named, Kh.mentionType, Node.ANY)) {
            throw new Missing(
                    present.contains(Node.ANY, named, Kh.mentionedIn, Node.ANY)
                            ? given + " is a sentence; give the address of a name in it"
                            : "there is no name " + given + ": its article was changed, or is not here");
        }
        return named;
    }

    /** The people, organisations and places that may be meant, be they there or not: a key alone may be of each, a name is of none. */
    List<Node> things(String given) {
        List<Node> things = Stream.of("person", "organisation", "place")
                .flatMap(type -> Stream.ofNullable(parsed(type, given)))
                .toList();
        if (things.isEmpty() && base.parse(given).isPresent()) {
            throw new Missing(given + " is no person, no organisation and no place");
        }
        return things;
    }

    /** What the names are called of which an actor is made by itself; none where it is no such actor. */
    List<Node> forms(Node actor) {
        return Iter.toList(present.find(Node.ANY, actor, Kh.nameForm, Node.ANY)).stream()
                .map(Quad::getObject)
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    /** The address of a decision, be it there or not. */
    Node decision(String given) {
        return thing("decision", given);
    }

    boolean isKnown(Node actor) {
        return present.contains(base.graph("gazetteer"), actor, Node.ANY, Node.ANY);
    }

    /** Of the report that took its place, where its article was corrected. */
    Optional<Node> eventOf(Node report) {
        return one(events, new Decisions(base, present).now(report), Kh.reportOf);
    }

    List<Node> reportsOf(Node event) {
        return Iter.toList(present.find(events, Node.ANY, Kh.reportOf, event)).stream()
                .map(Quad::getSubject)
                .toList();
    }

    /** Who the name stands for now. */
    Node actorNow(Node name) {
        return one(actors, name, Dct.isReplacedBy).orElse(name);
    }

    private Missing missing(String type, String given, Node named) {
        return new Missing(
                present.contains(base.graph("history"), named, Node.ANY, Node.ANY)
                        ? "the " + type + " " + given + " is no more: no article tells it"
                        : "there is no " + type + " " + given);
    }

    private Node thing(String type, String given) {
        Node named = parsed(type, given);
        if (named == null) {
            throw new Missing(given + " is neither the key nor the IRI of a " + type + "; expected as in "
                    + base.id(type, "0123456789abcdef" + (type.equals("mention") ? "-body-120-131" : ""))
                            .getURI());
        }
        return named;
    }

    /** Null where it cannot be one of this type. */
    private @Nullable Node parsed(String type, String given) {
        Optional<Base.Local> local = base.parse(given).or(() -> base.parse(base.iri() + given));
        if (local.isPresent()) {
            return local.get().type().equals(type) ? base.id(type, local.get().key()) : null;
        }
        if (given.startsWith("/")) {
            return parsed(type, given.substring(1));
        }
        String key = given.startsWith(type + "/") ? given.substring(type.length() + 1) : given;
        return Base.isKey(key) ? base.id(type, key) : null;
    }

    private Optional<Node> one(Node graph, Node subject, Node property) {
        return Iter.toList(present.find(graph, subject, property, Node.ANY)).stream()
                .map(Quad::getObject)
                .findFirst();
    }
}
