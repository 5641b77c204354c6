package khabar.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.jspecify.annotations.Nullable;

/**
 * What writers read: what they have read lately is kept from one write to the next, and forgotten as soon as a commit changes
 * it. Articles that come one after the other meet the same events, actors and articles, and a look into TDB2 costs tens of
 * microseconds. What is said of a thing in a graph is read as a whole, since whoever asks for one property asks for the
 * others next. What is sought in the union of the graphs is found once, however many of them say it. To be used by the one
 * writer only.
 */
final class Remembered extends DatasetGraphWrapper {
    /** Quads and patterns that are kept at most; some 200 bytes each, names and texts included. */
    private static final int MOST = 150_000;

    /** What finds more is not kept: it would push out all else. */
    private static final int LARGEST = 512;

    /** In any graph. */
    private static final int LARGEST_ANYWHERE = 64;

    private record Pattern(Node graph, Node subject, Node property, Node object) {}

    /** No quads where there are too many to keep. */
    private record Found(Optional<List<Quad>> quads) {
        int weight() {
            return 1 + quads.map(List::size).orElse(0);
        }
    }

    private final Supplier<Ids> ids;
    private final Map<Pattern, Found> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    Remembered(DatasetGraph present, Supplier<Ids> ids) {
        super(present);
        this.ids = ids;
    }

    /** What a commit has changed. */
    void forget(Delta delta) {
        if (delta.gone().size() + delta.fresh().size() > MOST) {
            kept.clear();
            weight = 0;
        } else {
            delta.gone().forEach(this::forget);
            delta.fresh().forEach(this::forget);
        }
    }

    void forget(Quad quad) {
        Node graph = quad.getGraph();
        Node subject = quad.getSubject();
        Node property = quad.getPredicate();
        Node object = asStored(quad.getObject());
        forget(graph, subject, Node.ANY, Node.ANY);
        for (int some = 0; some < 4; some++) {
            Node thatProperty = (some & 1) == 0 ? Node.ANY : property;
            Node thatObject = (some & 2) == 0 ? Node.ANY : object;
            forget(graph, Node.ANY, thatProperty, thatObject);
            forget(Node.ANY, Node.ANY, thatProperty, thatObject);
            forget(Node.ANY, subject, thatProperty, thatObject);
            forget(Quad.unionGraph, Node.ANY, thatProperty, thatObject);
            forget(Quad.unionGraph, subject, thatProperty, thatObject);
        }
    }

    private void forget(Node graph, Node subject, Node property, Node object) {
        @Nullable Found found = kept.remove(new Pattern(graph, subject, property, object));
        if (found != null) {
            weight -= found.weight();
        }
    }

    @Override
    public Iterator<Quad> find(
            @Nullable Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node object) {
        Pattern sought = new Pattern(any(graph), any(subject), any(property), asStored(any(object)));
        boolean once = Quad.isUnionGraph(sought.graph());
        if (!once && sought.graph().isConcrete() && sought.subject().isConcrete()) {
            Pattern all = new Pattern(sought.graph(), sought.subject(), Node.ANY, Node.ANY);
            Optional<List<Quad>> said = kept(all).quads();
            if (said.isPresent()) {
                return matching(said.get(), sought);
            }
            return direct(sought);
        }
        Optional<List<Quad>> found = !sought.subject().isConcrete()
                        && !sought.property().isConcrete()
                        && !sought.object().isConcrete()
                        && (once || !sought.graph().isConcrete())
                ? Optional.empty()
                : kept(sought).quads();
        return found.map(List::iterator).orElseGet(() -> direct(sought));
    }

    private Iterator<Quad> direct(Pattern sought) {
        if (Quad.isUnionGraph(sought.graph()) && sought.property().isConcrete()) {
            if (sought.subject().isConcrete() && !sought.object().isConcrete()) {
                return objects(sought.subject(), sought.property());
            }
            if (sought.object().isConcrete() && !sought.subject().isConcrete()) {
                return subjects(sought.property(), sought.object());
            }
        }
        if (!sought.graph().isConcrete()
                && !sought.subject().isConcrete()
                && sought.property().isConcrete()
                && sought.object().isConcrete()
                && !isSaid(sought.property(), sought.object())) {
            // Most of what a text is looked up by is in no other.
            return Iter.nullIterator();
        }
        return super.find(sought.graph(), sought.subject(), sought.property(), sought.object());
    }

    private boolean isSaid(Node property, Node object) {
        Ids now = ids.get();
        return now.isSaid(now.id(property), now.id(object));
    }

    /** TDB2 would read what each graph says. */
    private Iterator<Quad> objects(Node subject, Node property) {
        Ids now = ids.get();
        return Arrays.stream(now.objects(now.id(subject), now.id(property)))
                .mapToObj(object -> Quad.create(Quad.unionGraph, subject, property, now.node(object)))
                .iterator();
    }

    private Iterator<Quad> subjects(Node property, Node object) {
        Ids now = ids.get();
        return Arrays.stream(now.subjects(now.id(property), now.id(object)))
                .mapToObj(subject -> Quad.create(Quad.unionGraph, now.node(subject), property, object))
                .iterator();
    }

    private static Iterator<Quad> matching(List<Quad> said, Pattern sought) {
        if (!sought.property().isConcrete() && !sought.object().isConcrete()) {
            return said.iterator();
        }
        List<Quad> matching = new ArrayList<>(2);
        for (Quad quad : said) {
            if (matches(quad, sought)) {
                matching.add(quad);
            }
        }
        return matching.iterator();
    }

    private static boolean matches(Quad quad, Pattern sought) {
        return (!sought.property().isConcrete() || quad.getPredicate().equals(sought.property()))
                && (!sought.object().isConcrete() || quad.getObject().equals(sought.object()));
    }

    private Found kept(Pattern sought) {
        @Nullable Found known = kept.get(sought);
        if (known != null) {
            return known;
        }
        Found found = new Found(read(sought));
        kept.put(sought, found);
        weight += found.weight();
        Iterator<Found> eldest = kept.values().iterator();
        while (weight > MOST) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
        return found;
    }

    private Optional<List<Quad>> read(Pattern sought) {
        int most = sought.graph().isConcrete() ? LARGEST : LARGEST_ANYWHERE;
        List<Quad> quads = new ArrayList<>();
        Iterator<Quad> found = direct(sought);
        try {
            while (found.hasNext()) {
                if (quads.size() == most) {
                    return Optional.empty();
                }
                quads.add(found.next());
            }
        } finally {
            Iter.close(found);
        }
        return Optional.of(List.copyOf(quads));
    }

    /** Numbers, dates and the like are stored by their value and come back in one spelling, whatever they were written in. */
    private static Node asStored(Node object) {
        if (!object.isLiteral() || !NodeIdInline.hasInlineDatatype(object)) {
            return object;
        }
        @Nullable NodeId value = NodeIdInline.inline(object);
        return value == null ? object : NodeIdInline.extract(value);
    }

    private static Node any(@Nullable Node sought) {
        return sought == null ? Node.ANY : sought;
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public Iterator<Quad> find() {
        return find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    /** In named graphs only, which all of ours are. */
    @Override
    public Iterator<Quad> findNG(
            @Nullable Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node object) {
        return find(graph, subject, property, object);
    }

    @Override
    public boolean contains(
            @Nullable Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node object) {
        Iterator<Quad> found = find(graph, subject, property, object);
        try {
            return found.hasNext();
        } finally {
            Iter.close(found);
        }
    }

    @Override
    public boolean contains(Quad quad) {
        return contains(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public boolean containsGraph(Node graph) {
        return contains(graph, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }
}
