package khabar.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.export.DumpManifest;
import khabar.ingest.Batch;
import khabar.ingest.Decided;
import khabar.ingest.DecisionOrder;
import khabar.ingest.IngestReport;
import khabar.store.Progress;
import khabar.store.Store;
import khabar.store.Verification;
import khabar.vocab.Base;

/** What may be asked of a store. Everything throws {@link Refusal} where the answer is no. */
public interface Desk extends AutoCloseable {
    /**
     * Takes in a file, or every file below a folder, article by article.
     *
     * @param batch large for a desk that has the store to itself
     * @param progress in bytes of the files that are done
     */
    IngestReport ingest(Path path, Batch batch, Progress progress) throws IOException;

    /**
     * Reads what is stored again from the archive, as the program and its settings are now.
     *
     * @param articleKey one article; else all
     */
    IngestReport reread(Optional<String> articleKey, Progress progress) throws IOException;

    /**
     * Takes in a stream, article by article.
     *
     * @param name what refusals call it; its ending tells the form, else its content does
     */
    IngestReport ingest(String name, InputStream in, Batch batch) throws IOException;

    /**
     * Whether there was such an article.
     *
     * @param because why it is withdrawn, which is published at its address; may be empty
     */
    boolean remove(String articleKey, String because) throws IOException;

    /** How many articles of the sample were removed; they do not come back. */
    long removeSample() throws IOException;

    /** What an editor decides holds at once. */
    Decided decide(DecisionOrder order) throws IOException;

    /**
     * What an editor decided holds no more.
     *
     * @param decision its key
     */
    Decided undo(String decision) throws IOException;

    /** All decisions that hold, the last first. */
    List<Decided> decisions() throws IOException;

    void query(String query, AnswerFormat format, OutputStream out) throws IOException;

    void export(ExportOrder order, OutputStream out) throws IOException;

    /** Writes all of the store as of one commit into a stream that stays open. */
    void backup(OutputStream out, Progress progress) throws IOException;

    /** Writes a dated dump beside the store, unless the latest one shows the same state. */
    DumpManifest dump() throws IOException;

    /** Writes the dataset anew without what was removed. */
    Store.Compacted compact() throws IOException;

    /** Makes the search indexes anew. */
    Store.Reindexed reindex() throws IOException;

    /** Goes through all of the store. */
    Verification.Report verify(Progress progress) throws IOException;

    /** Counts by what is counted, in the order of showing. */
    Map<String, Long> stats() throws IOException;

    /** Under which the store's IRIs are. */
    Base base();

    @Override
    void close();
}
