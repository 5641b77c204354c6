package khabar.endpoint;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a query found, complete in memory and free of the transaction. */
sealed interface Answer {
    /** Whether the limit of rows or triples cut it. */
    boolean cut();

    record Truth(boolean value) implements Answer {
        @Override
        public boolean cut() {
            return false;
        }
    }

    record Table(List<Var> columns, List<Binding> rows, boolean cut) implements Answer {}

    record Statements(Graph graph, boolean cut) implements Answer {}

    record Quads(DatasetGraph dataset, boolean cut) implements Answer {}
}
