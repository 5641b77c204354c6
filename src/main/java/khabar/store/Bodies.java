package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Search over the whole texts of articles, as their terms allow: an article that may show metadata only is not found, and
 * words from the text are shown where all of it may be. Safe for many threads; sees every commit when it is done.
 */
public final class Bodies {
    private final Analyzer analyzer = new BothLanguages();
    private final SearcherManager searchers;

    Bodies(Directory directory) throws IOException {
        this.searchers = new SearcherManager(directory, new SearcherFactory());
    }

    /**
     * An article that was found.
     *
     * @param score the higher the better; of use only beside other scores of the same search
     * @param snippet a sentence in which the words stand, one line of plain text; only where the terms are {@code full}
     */
    public record Hit(String articleKey, double score, Optional<String> snippet) {}

    /**
     * The articles in which all words stand, the last one at least as a beginning, the best first. Nothing typed is an
     * operator; without words nothing is found.
     *
     * @param typed Arabic, English or both
     * @param most how many at most
     */
    public List<Hit> search(String typed, int most) {
        Optional<Query> query = BodyQuery.of(typed, analyzer);
        if (query.isEmpty() || most <= 0) {
            return List.of();
        }
        return hits(query.get(), most);
    }

    private List<Hit> hits(Query query, int most) {
        return with(searcher -> {
            TopDocs found = searcher.search(query, most);
            String[] snippets = highlighter(searcher).highlight(BodyIndexing.TEXT, query, found);
            StoredFields stored = searcher.storedFields();
            List<Hit> hits = new ArrayList<>();
            for (int i = 0; i < found.scoreDocs.length; i++) {
                hits.add(new Hit(
                        stored.document(found.scoreDocs[i].doc).get(BodyIndexing.KEY),
                        found.scoreDocs[i].score,
                        Optional.ofNullable(snippets[i])));
            }
            return List.copyOf(hits);
        });
    }

    /**
     * What {@link #search} finds, without snippets, which cost more than the search does.
     *
     * @param most how many at most
     */
    public List<Hit> find(String typed, int most) {
        Optional<Query> query = BodyQuery.of(typed, analyzer);
        if (query.isEmpty() || most <= 0) {
            return List.of();
        }
        return with(searcher -> {
            StoredFields stored = searcher.storedFields();
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query.get(), most).scoreDocs) {
                String key =
                        stored.document(found.doc, Set.of(BodyIndexing.KEY)).get(BodyIndexing.KEY);
                hits.add(new Hit(key, found.score, Optional.empty()));
            }
            return List.copyOf(hits);
        });
    }

    /** Of these articles, those in which the words stand, with their snippets. */
    public List<Hit> among(String typed, Collection<String> articleKeys) {
        Optional<Query> query = BodyQuery.of(typed, analyzer);
        if (query.isEmpty() || articleKeys.isEmpty()) {
            return List.of();
        }
        Query these = new TermInSetQuery(
                BodyIndexing.KEY, articleKeys.stream().map(BytesRef::new).toList());
        return hits(
                new BooleanQuery.Builder()
                        .add(query.get(), Occur.MUST)
                        .add(these, Occur.FILTER)
                        .build(),
                articleKeys.size());
    }

    /** In how many articles these words stand, as {@link #search} finds them. */
    public int count(String typed) {
        return BodyQuery.of(typed, analyzer)
                .map(query -> with(searcher -> searcher.count(query)))
                .orElse(0);
    }

    /** How many articles can be found. */
    public int size() {
        return with(searcher -> searcher.getIndexReader().numDocs());
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void close() throws IOException {
        searchers.close();
    }

    private UnifiedHighlighter highlighter(IndexSearcher searcher) {
        return UnifiedHighlighter.builder(searcher, analyzer)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withFormatter(new Snippet())
                .withMaxNoHighlightPassages(0)
                .withMaxLength(Snippet.LONGEST_TEXT)
                .build();
    }

    private <T> T with(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
