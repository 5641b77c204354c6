package khabar.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import khabar.ingest.IngestReport;
import khabar.vocab.Base;

/** What may be asked of a store. Everything throws {@link Refusal} where the answer is no. */
public interface Desk extends AutoCloseable {
    /** Takes in a file, or every file below a folder, article by article. */
    IngestReport ingest(Path path) throws IOException;

    /**
     * Takes in a stream, article by article.
     *
     * @param name what refusals call it; its ending tells the form, else its content does
     */
    IngestReport ingest(String name, InputStream in) throws IOException;

    /** Whether there was such an article. */
    boolean remove(String articleKey) throws IOException;

    /** How many articles of the sample were removed; they do not come back. */
    long removeSample() throws IOException;

    void query(String query, AnswerFormat format, OutputStream out) throws IOException;

    void export(ExportOrder order, OutputStream out) throws IOException;

    /** Counts by what is counted, in the order of showing. */
    Map<String, Long> stats() throws IOException;

    /** Under which the store's IRIs are. */
    Base base();

    @Override
    void close();
}
