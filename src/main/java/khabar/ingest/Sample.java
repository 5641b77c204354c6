package khabar.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.article.ArticleFiles;
import khabar.article.Form;
import khabar.article.Parsed;

/**
 * The sample articles that a new store begins with. The file {@code sample} in the store directory says how far that went:
 * its first line is {@code loading}, {@code loaded} or {@code removed}, the others are the keys of the articles. Where
 * there is no such file the sample was never asked for.
 */
public final class Sample {
    private static final String ARTICLES = "/rdf/sample/articles.jsonl";
    private static final String LOADING = "loading";
    private static final String LOADED = "loaded";
    private static final String REMOVED = "removed";

    private final Path state;
    private final Ingest ingest;

    public Sample(Path storeDirectory, Ingest ingest) {
        this.state = storeDirectory.resolve("sample");
        this.ingest = ingest;
    }

    /** Loads it into a store that was just made, and goes on where an earlier start was cut off. */
    public void load(boolean newStore) throws IOException {
        if (!newStore && !state().equals(Optional.of(LOADING))) {
            return;
        }
        write(LOADING, List.of());
        List<String> keys = new ArrayList<>();
        ingest.ingestAll(taker -> articles(parsed -> {
            if (parsed instanceof Parsed.Accepted accepted) {
                keys.add(accepted.article().key());
            }
            taker.accept(parsed);
        }));
        write(LOADED, keys);
    }

    /** How many of its articles were there; it does not come back at the next start. */
    public long remove() throws IOException {
        List<String> keys = new ArrayList<>();
        if (Files.exists(state)) {
            Files.readAllLines(state).stream().skip(1).forEach(keys::add);
        }
        write(REMOVED, keys);
        return ingest.removeAll(keys);
    }

    private static void articles(java.util.function.Consumer<Parsed> taker) throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream(ARTICLES)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + ARTICLES);
            }
            ArticleFiles.read("rdf/sample/articles.jsonl", in, Form.JSON, taker);
        }
    }

    private Optional<String> state() throws IOException {
        return Files.exists(state) ? Files.readAllLines(state).stream().findFirst() : Optional.empty();
    }

    private void write(String first, List<String> keys) throws IOException {
        List<String> lines = new ArrayList<>(keys);
        lines.addFirst(first);
        Files.write(state, lines);
    }
}
