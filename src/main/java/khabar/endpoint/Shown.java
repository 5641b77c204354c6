package khabar.endpoint;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a query found, for a page that shows it to people; the same guard and limits hold as for programs. */
public sealed interface Shown {
    /**
     * Rows; of statements subject, property and value.
     *
     * @param rows the first of them
     * @param total how many there are, those not in {@code rows} too
     * @param cut whether the endpoint's own limit left out more
     * @param forms in which programs can have it: values of the parameter {@code format}
     */
    record Table(List<Var> columns, List<Binding> rows, long total, boolean cut, List<String> forms) implements Shown {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            forms = List.copyOf(forms);
        }
    }

    record Truth(boolean value) implements Shown {}

    /**
     * There is no answer.
     *
     * @param status of HTTP
     * @param title why, in a line of English
     */
    record Refused(int status, String title, String detail) implements Shown {}
}
