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
import khabar.ingest.Reader;
import khabar.store.Store;
import khabar.vocab.Base;

/** The sample in a store of its own, read at a fixed time. */
public final class SampleStore {
    /** When all of it is first read, so that its graphs are the same every day. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2018-02-01T00:00:00Z"), ZoneOffset.UTC);

    private SampleStore() {}

    public static Store load() {
        Store store = Store.inMemory(Base.LOCAL);
        try {
            new Ingest(Reader.of(Gazetteer.load()), store, CLOCK)
                    .ingestAll(taker -> ArticleFiles.read(Path.of("rdf", "sample", "articles.jsonl"), taker));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return store;
    }
}
