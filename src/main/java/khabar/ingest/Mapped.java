package khabar.ingest;

import java.util.List;
import khabar.article.Problem;
import khabar.graph.ArticleGraph;
import khabar.merge.NameDecision;

/** What becomes of an article before it is stored. */
sealed interface Mapped {
    /** @param decided what editors had decided of its names when it was read */
    record Good(ArticleGraph graph, List<NameDecision> decided) implements Mapped {}

    record Bad(Problem problem) implements Mapped {}
}
