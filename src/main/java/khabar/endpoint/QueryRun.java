package khabar.endpoint;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * One query over one dataset, inside a read transaction, until the answer is complete, the limit of rows or of text is
 * reached (the answer says so) or the time is over ({@link QueryCancelledException}).
 */
final class QueryRun {
    /**
     * Sorting and DISTINCT go to disk above this many rows, so that one query cannot fill the heap. What they hold the
     * collector has to move while everybody waits: with 200,000 rows for 105 and 142 ms, with 20,000 for 27 and 66 ms.
     */
    private static final long SPILL = 50_000;

    /** So many statements are read between two looks at whether others wait; a power of two. */
    private static final int STEPS = 64;

    private static final Query ABOUT = QueryFactory.create("CONSTRUCT { ?thing ?p ?o } WHERE { ?thing ?p ?o }");

    private final DatasetGraph dataset;
    private final int most;
    private final Deadline deadline;
    private final Runnable courtesy;
    private int steps;

    /** @param courtesy called at every step; may take some time */
    QueryRun(DatasetGraph dataset, int most, Deadline deadline, Runnable courtesy) {
        this.dataset = dataset;
        this.most = most;
        this.deadline = deadline;
        this.courtesy = courtesy;
    }

    Answer answer(Query query) {
        if (query.isAskType()) {
            try (QueryExec exec = started(exec(query, query))) {
                return new Answer.Truth(exec.ask());
            }
        }
        if (query.isSelectType()) {
            try (QueryExec exec = started(exec(query, query))) {
                return table(exec.select());
            }
        }
        if (query.isDescribeType()) {
            return describe(query);
        }
        try (QueryExec exec = started(exec(query, query))) {
            return query.isConstructQuad() ? quads(exec.constructQuads()) : statements(exec.constructTriples());
        }
    }

    private Answer.Table table(RowSet found) {
        List<Binding> rows = new ArrayList<>();
        Weight weight = new Weight();
        Optional<Answer.Cut> cut = Optional.empty();
        while (cut.isEmpty() && found.hasNext()) {
            deadline.check();
            Binding row = found.next().detach();
            row.forEach((name, value) -> weight.add(value));
            cut = weight.cut().or(() -> rows.size() == most ? Optional.of(cut("rows")) : Optional.empty());
            if (cut.isEmpty()) {
                rows.add(row);
            }
        }
        return new Answer.Table(List.copyOf(found.getResultVars()), rows, cut);
    }

    private Answer.Statements statements(Iterator<Triple> found) {
        Graph graph = GraphFactory.createDefaultGraph();
        return new Answer.Statements(graph, add(found, graph, new Weight()));
    }

    /** Returns the limit that was reached, if any. */
    private Optional<Answer.Cut> add(Iterator<Triple> found, Graph graph, Weight weight) {
        Optional<Answer.Cut> cut = Optional.empty();
        while (cut.isEmpty() && found.hasNext()) {
            deadline.check();
            Triple triple = found.next();
            if (!graph.contains(triple)) {
                weight.add(triple.getObject());
                cut = weight.cut().or(() -> graph.size() >= most ? Optional.of(cut("triples")) : Optional.empty());
                if (cut.isEmpty()) {
                    graph.add(triple);
                }
            }
        }
        return cut;
    }

    private Answer.Quads quads(Iterator<Quad> found) {
        DatasetGraph result = DatasetGraphFactory.create();
        Weight weight = new Weight();
        int size = 0;
        Optional<Answer.Cut> cut = Optional.empty();
        while (cut.isEmpty() && found.hasNext()) {
            deadline.check();
            Quad quad = found.next();
            if (!result.contains(quad)) {
                weight.add(quad.getObject());
                cut = weight.cut();
                if (cut.isEmpty() && size == most) {
                    cut = Optional.of(cut("triples"));
                }
                if (cut.isEmpty()) {
                    result.add(quad);
                    size++;
                }
            }
        }
        return new Answer.Quads(result, cut);
    }

    private Answer.Cut cut(String unit) {
        return new Answer.Cut(unit, most);
    }

    /**
     * The statements about each thing, in the default graph of the query. Jena's own DESCRIBE looks into the stored default
     * graph, which is empty where the default graph is the union.
     */
    private Answer.Statements describe(Query query) {
        Graph graph = GraphFactory.createDefaultGraph();
        Weight weight = new Weight();
        Optional<Answer.Cut> cut = Optional.empty();
        for (Node thing : described(query)) {
            deadline.check();
            try (QueryExec exec = started(exec(ABOUT, query).substitution(Var.alloc("thing"), thing))) {
                cut = add(exec.constructTriples(), graph, weight);
            }
            if (cut.isPresent()) {
                break;
            }
        }
        return new Answer.Statements(graph, cut);
    }

    private Set<Node> described(Query query) {
        Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
        if (query.getQueryPattern() == null) {
            return things;
        }
        Query select = query.cloneQuery();
        select.setQuerySelectType();
        try (QueryExec exec = started(exec(select, query))) {
            RowSet found = exec.select();
            List<Var> columns = List.copyOf(found.getResultVars());
            while (found.hasNext() && things.size() <= most) {
                deadline.check();
                Binding row = found.next();
                for (Var column : columns) {
                    Node value = row.get(column);
                    if (value != null && !value.isLiteral()) {
                        things.add(value);
                    }
                }
            }
        }
        return things;
    }

    private QueryExec started(QueryExecDatasetBuilder builder) {
        QueryExec exec = builder.build();
        deadline.aborting(exec::abort);
        return exec;
    }

    /** Of every statement that TDB2 reads; all count. */
    private boolean step(Tuple<NodeId> read) {
        if ((++steps & STEPS - 1) == 0) {
            deadline.check();
            courtesy.run();
        }
        return true;
    }

    /** Where graphs are named by FROM or the protocol, the union of all is off: else TDB2 would not look at the names. */
    private QueryExecDatasetBuilder exec(Query query, Query asked) {
        Query run = query;
        boolean rewritten = !query.equals(asked);
        if (rewritten && asked.hasDatasetDescription()) {
            run = query.cloneQuery();
            asked.getGraphURIs().forEach(run::addGraphURI);
            asked.getNamedGraphURIs().forEach(run::addNamedGraphURI);
        }
        QueryExecDatasetBuilder builder = QueryExec.newBuilder()
                .dataset(dataset)
                .query(run)
                .set(ARQ.spillToDiskThreshold, SPILL)
                .set(ARQConstants.sysOptimizerFactory, BoundedExpressions.until(deadline))
                .set(ARQConstants.registryPropertyFunctions, BoundedTextQuery.registry())
                .set(SystemTDB.symTupleFilter, (Predicate<Tuple<NodeId>>) this::step)
                .overallTimeout(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        return run.hasDatasetDescription() ? builder.set(TDB2.symUnionDefaultGraph, false) : builder;
    }
}
