package khabar.endpoint;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a query found, complete in memory and free of the transaction. */
sealed interface Answer {
    /** The limit that cut it. */
    Optional<Cut> cut();

    /** Rows of a table, triples or quads of a graph; 1 for a truth. */
    default long size() {
        return switch (this) {
            case Truth truth -> 1;
            case Table table -> table.rows().size();
            case Statements statements -> statements.graph().size();
            case Quads quads -> quads.dataset().stream().count();
        };
    }

    /** A limit, as the header {@code X-Result-Truncated} names it. */
    record Cut(String unit, long limit) {
        @Override
        public String toString() {
            return unit + "=" + limit;
        }
    }

    record Truth(boolean value) implements Answer {
        @Override
        public Optional<Cut> cut() {
            return Optional.empty();
        }
    }

    record Table(List<Var> columns, List<Binding> rows, Optional<Cut> cut) implements Answer {}

    record Statements(Graph graph, Optional<Cut> cut) implements Answer {}

    record Quads(DatasetGraph dataset, Optional<Cut> cut) implements Answer {}
}
