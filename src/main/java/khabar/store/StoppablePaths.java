package khabar.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * Property paths that end when the query is cancelled. Jena 6.0.0 collects all that a path reaches before it looks, which
 * for {@code (!p|^!p)*} between any two things is the square of all there is; here every triple that it reads looks.
 */
final class StoppablePaths extends ByRange {
    private StoppablePaths(ExecutionContext context) {
        super(context);
    }

    static void mend(DatasetGraph dataset) {
        QC.setFactory(dataset.getContext(), StoppablePaths::new);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        Graph stoppable = new Stoppable(execCxt.getActiveGraph(), execCxt);
        return new QueryIterPath(
                path.getTriplePath(), input, ExecutionContext.copyChangeActiveGraph(execCxt, stoppable));
    }

    private static final class Stoppable extends WrappedGraph {
        private final ExecutionContext context;

        Stoppable(Graph graph, ExecutionContext context) {
            super(graph);
            this.context = context;
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            return looking(super.find(pattern));
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            return looking(super.find(subject, predicate, object));
        }

        private ExtendedIterator<Triple> looking(ExtendedIterator<Triple> found) {
            return new WrappedIterator<>(found) {
                @Override
                public boolean hasNext() {
                    context.checkCancelSignal();
                    return super.hasNext();
                }
            };
        }
    }
}
