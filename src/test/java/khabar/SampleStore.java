package khabar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import khabar.article.ArticleFiles;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Ingest;
import khabar.ingest.IngestReport;
import khabar.ingest.Reader;
import khabar.store.Store;
import khabar.vocab.Base;

/** The sample in a store of its own, read once for all tests, none of which may write to it or close it. */
public final class SampleStore {
    public static final Path ARTICLES = Path.of("rdf", "sample", "articles.jsonl");

    /** When all of it is first read, so that its graphs are the same every day. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    private SampleStore() {}

    public static Store get() {
        return Loaded.STORE;
    }

    private static final class Loaded {
        private static final Store STORE = load();

        private static Store load() {
            Store store = Store.inMemory(Base.LOCAL);
            try {
                IngestReport report = new Ingest(Reader.of(Gazetteer.load()), store, CLOCK)
                        .ingestAll(taker -> ArticleFiles.read(ARTICLES, taker));
                if (!report.refusals().isEmpty()) {
                    throw new AssertionError(report.refusals());
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return store;
        }
    }
}
