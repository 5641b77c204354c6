package khabar.endpoint;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.export.DatasetDescription;
import khabar.export.DumpManifest;
import khabar.export.Dumps;
import khabar.store.Census;
import khabar.store.Changes;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.vocab.Dct;
import khabar.vocab.Literals;
import khabar.vocab.Owl;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What the service says of itself and its data: counted once for each state of the data and kept until the next, so that
 * no number is of another state than the one it names. To be written into the store's own graph by whoever may write.
 */
public final class SelfDescription {
    private static final Node SERVICE_NAME =
            NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#name");

    private final Store store;
    private final Queries queries;
    private final Supplier<List<DumpManifest>> dumps;
    private Described last = new Described(-1, List.of(), GraphFactory.createDefaultGraph());

    private record Described(long version, List<DumpManifest> dumps, Graph graph) {}

    public SelfDescription(Store store, Queries queries, Optional<Dumps> dumps) {
        this.store = store;
        this.queries = queries;
        this.dumps = () -> dumps.map(Dumps::all).orElse(List.of());
    }

    /** Of the data as it is now; not to be changed. */
    public synchronized Graph graph() {
        List<DumpManifest> now = dumps.get();
        // Asked before counting: a change in between counts once more, never keeps an old number.
        long version = store.version();
        if (last.version() != version || !last.dumps().equals(now)) {
            last = new Described(version, now, of(store.census(), now));
        }
        return last.graph();
    }

    /** For the head of a dump: as it will be when only the earlier ones are there. */
    public Graph of(Census census) {
        return of(census, dumps.get());
    }

    /** The dated dumps, the latest first. */
    public List<DumpManifest> dumps() {
        return dumps.get();
    }

    /**
     * What brings the graph that is kept in the store up to what was last described; nothing where it is. To be planned by a
     * write, and so quick: nothing is counted here. The number of the state and its time are the store's own and stay.
     */
    public synchronized Changes changes() {
        Node home = store.base().graph("dataset");
        return store.read(present -> {
            Graph wanted = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(wanted, last.graph());
            present.stream(home, home, Node.ANY, Node.ANY)
                    .map(Quad::asTriple)
                    .filter(SelfDescription::isOfTheStore)
                    .forEach(wanted::add);
            return timeless(present.getGraph(home)).equals(timeless(wanted))
                    ? Changes.NONE
                    : Changes.replacing(home, wanted);
        });
    }

    /** A description that differs only in its time is no news: writing it would be the only change. */
    private Set<Triple> timeless(Graph graph) {
        return graph.stream()
                .filter(triple -> !triple.getPredicate().equals(Dct.modified))
                .collect(Collectors.toSet());
    }

    private static boolean isOfTheStore(Triple triple) {
        return triple.getPredicate().equals(Owl.versionInfo)
                || triple.getPredicate().equals(Dct.modified);
    }

    private Graph of(Census census, List<DumpManifest> known) {
        Graph graph = DatasetDescription.of(store.base(), census, period(), Prefixes.ALL, examples(), known);
        GraphUtil.addInto(graph, ServiceDescription.graph(store.base()));
        withoutEmptyGraphs(graph);
        graph.add(
                store.base().resolve("dataset"),
                Dct.modified,
                Literals.dateTime(store.modified().atOffset(ZoneOffset.UTC)));
        return graph;
    }

    /** A graph in which nothing is yet has no address that answers, and so is not named. */
    private void withoutEmptyGraphs(Graph graph) {
        Node home = store.base().graph("dataset");
        List<Node> empty = store.read(present -> graph.stream(Node.ANY, SERVICE_NAME, Node.ANY)
                .filter(named -> !named.getObject().equals(home)
                        && !present.contains(named.getObject(), Node.ANY, Node.ANY, Node.ANY))
                .map(Triple::getSubject)
                .toList());
        empty.forEach(named -> {
            graph.remove(named, Node.ANY, Node.ANY);
            graph.remove(Node.ANY, Node.ANY, named);
        });
    }

    private List<NamedQuery> examples() {
        return Stream.of("competency", "example")
                .flatMap(folder -> queries.in(folder).stream())
                .filter(query -> query.given().isEmpty())
                .toList();
    }

    private DatasetDescription.Period period() {
        return store.select(
                        queries.get("export/period"),
                        Map.of(),
                        row -> new DatasetDescription.Period(row.optionalText("first"), row.optionalText("last")))
                .getFirst();
    }
}
