package khabar.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
 * What writers read: what they have read lately is kept from one write to the next, and follows each commit. Articles that come
 * one after the other meet the same events, actors and articles, and a look into TDB2 costs tens of microseconds. What is said
 * of a thing in a graph is read as a whole, since whoever asks for one property asks for the others next. What is sought in
 * the union of the graphs is found once, however many of them say it. To be used by the one writer only.
 */
final class Remembered extends DatasetGraphWrapper implements ByThing {
    /** Of memory for each quad and pattern that is kept: they take some 200, names and texts included, so a twentieth of it. */
    private static final int BYTES = 4_096;

    /** What finds more is not kept: it would push out all else. */
    private static final int LARGEST = 512;

    /** In any graph; more than of the articles that have a stock phrase are looked at, which is sought with each that has it. */
    private static final int LARGEST_ANYWHERE = 128;

    /** A number of more digits may be more than TDB2 stores by its value. */
    private static final int DIGITS = 15;

    private record Pattern(Node graph, Node subject, Node property, Node object) {
        boolean isOfAThing() {
            return graph.isConcrete() && subject.isConcrete() && !isOfTheUnion();
        }

        boolean isOfTheUnion() {
            return Quad.isUnionGraph(graph);
        }

        /** As which a text or a number is looked up, which may be new. */
        boolean isOfAnObject() {
            return !graph.isConcrete() && !subject.isConcrete() && property.isConcrete() && object.isConcrete();
        }

        /** What is sought by less is not sought again and again. */
        boolean isNarrow() {
            return property.isConcrete() && (subject.isConcrete() || object.isConcrete());
        }

        int most() {
            return graph.isConcrete() ? LARGEST : LARGEST_ANYWHERE;
        }
    }

    /** What a pattern finds. */
    private sealed interface Found {
        int size();

        default int weight() {
            return 1 + size();
        }
    }

    private record Quads(List<Quad> quads) implements Found {
        Quads {
            quads = List.copyOf(quads);
        }

        @Override
        public int size() {
            return quads.size();
        }

        Quads with(Quad quad) {
            return quads.contains(quad)
                    ? this
                    : new Quads(Stream.concat(quads.stream(), Stream.of(quad)).toList());
        }

        Quads without(Quad quad) {
            return new Quads(quads.stream().filter(other -> !other.equals(quad)).toList());
        }
    }

    /** What a graph says of a thing. */
    private static final class Said implements Found {
        private final Map<Node, List<Node>> byProperty = new HashMap<>();
        private int size;

        /** @param quads each once */
        Said(List<Quad> quads) {
            quads.forEach(quad -> byProperty
                    .computeIfAbsent(quad.getPredicate(), first -> new ArrayList<>())
                    .add(quad.getObject()));
            byProperty.replaceAll((property, objects) -> List.copyOf(objects));
            size = quads.size();
        }

        /** Nothing where it is there already, be it in another spelling. */
        void add(Node property, Node object) {
            List<Node> objects = objects(property);
            if (!objects.contains(object)) {
                byProperty.put(
                        property,
                        Stream.concat(objects.stream(), Stream.of(object)).toList());
                size++;
            }
        }

        void remove(Node property, Node object) {
            List<Node> objects = objects(property);
            List<Node> others =
                    objects.stream().filter(other -> !other.equals(object)).toList();
            size -= objects.size() - others.size();
            if (others.isEmpty()) {
                byProperty.remove(property);
            } else {
                byProperty.put(property, others);
            }
        }

        List<Node> objects(Node property) {
            return byProperty.getOrDefault(property, List.of());
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** More than is kept. */
    private record Many() implements Found {
        @Override
        public int size() {
            return 0;
        }
    }

    private static final Found NOTHING = new Quads(List.of());

    private final Supplier<Ids> ids;
    private final long most;
    private final Map<Pattern, Found> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /** @param most quads and patterns that are kept at most */
    Remembered(DatasetGraph present, Supplier<Ids> ids, long most) {
        super(present);
        this.ids = ids;
        this.most = most;
    }

    /** As much as the memory of the program allows. */
    static Remembered of(DatasetGraph present, Supplier<Ids> ids) {
        return new Remembered(present, ids, Math.clamp(Runtime.getRuntime().maxMemory() / BYTES, 50_000L, 400_000L));
    }

    /** What a commit has changed. */
    void follow(Delta delta) {
        if (delta.gone().size() + delta.fresh().size() > most) {
            kept.clear();
            weight = 0;
        } else {
            delta.gone().forEach(quad -> follow(quad, false));
            delta.fresh().forEach(quad -> follow(quad, true));
        }
    }

    /**
     * What is said of a thing, and what says something of it, changes with nearly each article on it and is asked for with the
     * next one.
     */
    private void follow(Quad changed, boolean added) {
        Quad quad = asStored(changed);
        patterns(quad).forEach(pattern -> follow(pattern, quad, added));
    }

    private void follow(Pattern pattern, Quad quad, boolean added) {
        @Nullable Found before = kept.get(pattern);
        if (before == null) {
            return;
        }
        weight -= before.weight();
        Optional<Found> after = after(before, pattern, quad, added).filter(found -> found.size() <= pattern.most());
        after.ifPresentOrElse(
                found -> {
                    kept.put(pattern, found);
                    weight += found.weight();
                },
                () -> kept.remove(pattern));
    }

    /** What it finds after the change; empty where that is not known. */
    private static Optional<Found> after(Found before, Pattern pattern, Quad quad, boolean added) {
        return switch (before) {
            case Said said -> {
                if (added) {
                    said.add(quad.getPredicate(), quad.getObject());
                } else {
                    said.remove(quad.getPredicate(), quad.getObject());
                }
                yield Optional.of(said);
            }
            case Quads quads when !pattern.isNarrow() -> Optional.empty();
            // Another graph may still say what one says no more.
            case Quads quads
            when pattern.isOfTheUnion() ->
                added ? Optional.of(quads.with(Quad.create(Quad.unionGraph, quad.asTriple()))) : Optional.empty();
            case Quads quads -> Optional.of(added ? quads.with(quad) : quads.without(quad));
            case Many many -> added ? Optional.of(many) : Optional.empty();
        };
    }

    /** Those that find it. */
    private static List<Pattern> patterns(Quad quad) {
        Node graph = quad.getGraph();
        Node subject = quad.getSubject();
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(thing(graph, subject));
        for (int some = 0; some < 4; some++) {
            Node property = (some & 1) == 0 ? Node.ANY : quad.getPredicate();
            Node object = (some & 2) == 0 ? Node.ANY : quad.getObject();
            patterns.add(new Pattern(graph, Node.ANY, property, object));
            patterns.add(new Pattern(Node.ANY, Node.ANY, property, object));
            patterns.add(new Pattern(Node.ANY, subject, property, object));
            patterns.add(new Pattern(Quad.unionGraph, Node.ANY, property, object));
            patterns.add(new Pattern(Quad.unionGraph, subject, property, object));
        }
        return patterns;
    }

    @Override
    public Optional<Map<Node, List<Node>>> said(Node graph, Node subject) {
        return kept(thing(graph, subject)) instanceof Said said
                ? Optional.of(Collections.unmodifiableMap(said.byProperty))
                : Optional.empty();
    }

    @Override
    public Iterator<Quad> find(
            @Nullable Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node object) {
        return find(sought(graph, subject, property, object));
    }

    private Iterator<Quad> find(Pattern sought) {
        if (sought.isOfAThing()) {
            Found all = kept(thing(sought.graph(), sought.subject()));
            return all instanceof Said said ? matching(said, sought) : direct(sought);
        }
        boolean anything = !sought.subject().isConcrete()
                && !sought.property().isConcrete()
                && !sought.object().isConcrete()
                && (!sought.graph().isConcrete() || sought.isOfTheUnion());
        return !anything && kept(sought) instanceof Quads quads ? quads.quads().iterator() : direct(sought);
    }

    private Iterator<Quad> direct(Pattern sought) {
        if (sought.isOfTheUnion() && sought.property().isConcrete()) {
            if (sought.subject().isConcrete() && !sought.object().isConcrete()) {
                return objects(sought.subject(), sought.property());
            }
            if (sought.object().isConcrete() && !sought.subject().isConcrete()) {
                return subjects(sought.property(), sought.object());
            }
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

    private static Iterator<Quad> matching(Said said, Pattern sought) {
        List<Quad> matching = new ArrayList<>();
        if (sought.property().isConcrete()) {
            add(matching, sought, sought.property(), said.objects(sought.property()));
        } else {
            said.byProperty.forEach((property, objects) -> add(matching, sought, property, objects));
        }
        return matching.iterator();
    }

    private static void add(List<Quad> matching, Pattern sought, Node property, List<Node> objects) {
        for (Node object : objects) {
            if (!sought.object().isConcrete() || sought.object().equals(object)) {
                matching.add(Quad.create(sought.graph(), sought.subject(), property, object));
            }
        }
    }

    private Found kept(Pattern sought) {
        @Nullable Found known = kept.get(sought);
        if (known != null) {
            return known;
        }
        if (sought.isOfAnObject() && !isSaid(sought.property(), sought.object())) {
            // Most of what a text is looked up by is in no other, and is asked for once.
            return NOTHING;
        }
        Found found = read(sought);
        kept.put(sought, found);
        weight += found.weight();
        Iterator<Found> eldest = kept.values().iterator();
        while (weight > most) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
        return found;
    }

    private Found read(Pattern sought) {
        List<Quad> quads = new ArrayList<>();
        Iterator<Quad> found = direct(sought);
        try {
            while (found.hasNext()) {
                if (quads.size() == sought.most()) {
                    return new Many();
                }
                quads.add(found.next());
            }
        } finally {
            Iter.close(found);
        }
        if (!sought.isOfAThing()) {
            return new Quads(quads);
        }
        return new Said(quads);
    }

    private static Quad asStored(Quad quad) {
        return Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), asStored(quad.getObject()));
    }

    private static Pattern sought(
            @Nullable Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node object) {
        return new Pattern(any(graph), any(subject), any(property), asStored(any(object)));
    }

    private static Pattern thing(Node graph, Node subject) {
        return new Pattern(graph, subject, Node.ANY, Node.ANY);
    }

    /** Numbers, dates and the like are stored by their value and come back in one spelling, whatever they were written in. */
    private static Node asStored(Node object) {
        if (!object.isLiteral() || !NodeIdInline.hasInlineDatatype(object) || isPlainNumber(object)) {
            return object;
        }
        @Nullable NodeId value = NodeIdInline.inline(object);
        return value == null ? object : NodeIdInline.extract(value);
    }

    /** Is stored as it is spelt. */
    private static boolean isPlainNumber(Node object) {
        String digits = object.getLiteralLexicalForm();
        return object.getLiteralDatatype() == XSDDatatype.XSDinteger
                && !digits.isEmpty()
                && digits.length() <= DIGITS
                && (digits.charAt(0) != '0' || digits.equals("0"))
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
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
        Pattern sought = sought(graph, subject, property, object);
        if (sought.isOfAThing()
                && sought.property().isConcrete()
                && kept(thing(sought.graph(), sought.subject())) instanceof Said said) {
            List<Node> objects = said.objects(sought.property());
            return sought.object().isConcrete() ? objects.contains(sought.object()) : !objects.isEmpty();
        }
        if (sought.isOfAnObject()) {
            return kept.get(sought) instanceof Quads quads
                    ? !quads.quads().isEmpty()
                    : isSaid(sought.property(), sought.object());
        }
        Iterator<Quad> found = find(sought);
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
