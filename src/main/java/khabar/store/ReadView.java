package khabar.store;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;

/**
 * What readers hold. A reader that fails just ends: Jena's text dataset takes the index back at every abort, even of a
 * read transaction, and with it what a writer has added and not yet committed.
 */
final class ReadView extends DatasetGraphReadOnly {
    ReadView(DatasetGraph dataset) {
        super(dataset);
    }

    @Override
    public void abort() {
        end();
    }
}
