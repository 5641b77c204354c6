package khabar.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import khabar.ingest.IngestReport;
import khabar.ingest.Input;
import khabar.vocab.Base;

/** What may be asked of a store. Everything throws {@link Refusal} where the answer is no. */
public interface Desk extends AutoCloseable {
    /** Takes in one file or stream, article by article; the stream is not closed. */
    IngestReport ingest(Input input) throws IOException;

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

    /** Copies an answer that is ready as it comes. */
    static void copy(InputStream answer, OutputStream out) throws IOException {
        answer.transferTo(out);
        out.flush();
    }
}
