package khabar.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.graph.ArticleGraph;
import khabar.merge.Merger;
import khabar.merge.Unfolding;
import khabar.store.Changes;
import org.apache.jena.sparql.core.DatasetGraph;

/** Articles of one transaction, merged all at once; in two steps where an article comes twice. For one thread. */
final class Gathered {
    private final Merger merger;
    private final Unfolding unfolding;
    private final Map<String, ArticleGraph> waiting = new LinkedHashMap<>();
    private boolean merged;

    Gathered(Merger merger, Unfolding unfolding) {
        this.merger = merger;
        this.unfolding = unfolding;
    }

    /** What is there, with all that has been gathered of this article; others may still be missing. */
    DatasetGraph settled(String articleKey) {
        if (waiting.containsKey(articleKey)) {
            merge();
        }
        return unfolding.now();
    }

    /** Of an article that was asked for by {@link #settled} before. */
    void add(ArticleGraph article) {
        waiting.put(article.article().key(), article);
    }

    /** All that is different now. To be called once. */
    Changes all() {
        if (!merged) {
            return merger.replaceAll(unfolding.now(), List.copyOf(waiting.values()));
        }
        merge();
        return unfolding.all();
    }

    private void merge() {
        merged = true;
        unfolding.then(merger.replaceAll(unfolding.now(), List.copyOf(waiting.values())));
        waiting.clear();
    }
}
