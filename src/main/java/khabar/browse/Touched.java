package khabar.browse;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import khabar.store.Commit;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** What commits have touched since it was taken last, of what decides on facets. Safe for many threads. */
final class Touched {
    /** So many things wait at most; beyond that it is everything. */
    private static final int MOST = 20_000;

    /** By a statement with such a property its subject has other values, or what tells of it has. */
    private static final Set<Node> DECIDING = Set.of(
            Prov.invalidatedAtTime,
            Kh.reports,
            Kh.eventType,
            Kh.eventMode,
            Kh.context,
            Kh.quadClass,
            Kh.actor,
            Kh.recipient,
            Kh.mentions,
            Kh.place,
            Kh.reportedPlace,
            Kh.firstPublished,
            Kh.begin,
            Kh.publishedDay,
            Schema.publisher,
            Kh.reportedIn,
            Schema.inLanguage,
            Kh.sourceCount,
            Kh.confidence);

    private final Set<Node> things = new HashSet<>();
    private final Set<Node> kinds = new HashSet<>();
    private final Set<Node> places = new HashSet<>();
    private boolean everything = true;

    /**
     * What was touched.
     *
     * @param things whose statements changed, and those of what tells of them
     * @param kinds those of which it changed what they are
     * @param places those of which it changed what they lie in
     */
    record Things(boolean everything, Set<Node> things, Set<Node> kinds, Set<Node> places) {}

    synchronized boolean isNothing() {
        return !everything && things.isEmpty() && places.isEmpty();
    }

    synchronized boolean isEverything() {
        return everything;
    }

    synchronized Things take() {
        Things taken = new Things(everything, Set.copyOf(things), Set.copyOf(kinds), Set.copyOf(places));
        everything = false;
        clear();
        return taken;
    }

    synchronized void everything() {
        everything = true;
        clear();
    }

    synchronized void note(Commit commit) {
        if (everything) {
            return;
        }
        Stream.concat(commit.gone().stream(), commit.fresh().stream()).forEach(this::note);
        if (things.size() + places.size() > MOST) {
            everything();
        }
    }

    private void note(Quad quad) {
        Node property = quad.getPredicate();
        if (property.equals(Kh.within)) {
            places.add(quad.getSubject());
        } else if (property.equals(Kh.reportOf)) {
            things.add(quad.getObject());
        } else if (DECIDING.contains(property)) {
            things.add(quad.getSubject());
        } else if (property.equals(Rdf.type) && Kind.of(quad.getObject()).isPresent()) {
            things.add(quad.getSubject());
            kinds.add(quad.getSubject());
        }
    }

    private void clear() {
        things.clear();
        kinds.clear();
        places.clear();
    }
}
