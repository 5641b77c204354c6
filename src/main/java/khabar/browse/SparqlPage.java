package khabar.browse;

import java.util.List;

/**
 * A box to ask in.
 *
 * @param query what stands in the box
 */
record SparqlPage(Text title, String query, List<Example> examples) implements Page {
    /** A query to begin with, told in the reader's language. */
    record Example(String name, String title, String comment) {}
}
