package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import khabar.vocab.Base;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.index.DirectoryReader;

/**
 * The store as of one commit, to be used inside the transaction that it was taken in.
 *
 * @param version the number of the commit
 * @param end where the archive ended then
 * @param text the text index as it was committed then
 * @param bodies the index of whole texts as it was committed then
 */
record Snapshot(
        Base base,
        DatasetGraph database,
        long version,
        Archive archive,
        long end,
        DirectoryReader text,
        DirectoryReader bodies)
        implements AutoCloseable {
    @Override
    public void close() {
        try (bodies) {
            text.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
