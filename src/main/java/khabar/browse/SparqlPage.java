package khabar.browse;

import java.util.List;
import java.util.Optional;

/**
 * A box to ask in.
 *
 * @param query what stands in the box
 * @param found what it finds, where it was asked
 */
record SparqlPage(Text title, String query, List<Group> groups, Optional<Found> found) implements Page {
    /** How a query ended. */
    sealed interface Found {}

    /**
     * A table.
     *
     * @param columns names of the variables
     * @param total how many rows there are; shown are the first of them
     * @param cut whether there are more than the endpoint gives out
     * @param downloads the same query, answered to programs
     */
    record Rows(
            List<String> columns, List<List<Optional<Link>>> rows, long total, boolean cut, List<Download> downloads)
            implements Found {}

    record Truth(boolean value) implements Found {}

    /** No answer, and why, in English. */
    record Refused(String title, String detail) implements Found {}

    record Download(String name, String href) {}

    public Optional<Rows> rows() {
        return found.filter(Rows.class::isInstance).map(Rows.class::cast);
    }

    public Optional<Truth> truth() {
        return found.filter(Truth.class::isInstance).map(Truth.class::cast);
    }

    public Optional<Refused> refused() {
        return found.filter(Refused.class::isInstance).map(Refused.class::cast);
    }

    /** @param folder key of the heading */
    record Group(String folder, List<Example> examples) {}

    /** A query to begin with, told in the reader's language. */
    record Example(String name, String title, String comment) {}
}
