package khabar.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import khabar.article.Article;
import khabar.article.Parsed;
import khabar.article.Problem;
import khabar.event.ReportedArticle;
import khabar.graph.ArticleGraph;
import khabar.graph.ArticleMapper;
import khabar.graph.Run;
import khabar.graph.ShapeGate;
import khabar.merge.Merger;
import khabar.store.Changes;
import khabar.store.Original;
import khabar.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole flow: an article is read, mapped, checked and stored, all of it in one transaction or nothing. Safe for many
 * threads.
 */
public final class Ingest {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final Reader reader;
    private final ArticleMapper mapper;
    private final ShapeGate gate;
    private final Merger merger;
    private final Store store;
    private final Clock clock;

    public Ingest(Reader reader, Store store, Clock clock) {
        this.reader = reader;
        this.mapper = new ArticleMapper(store.base(), reader.gazetteer(), clock);
        this.gate = ShapeGate.load();
        this.merger = new Merger(store.base(), clock);
        this.store = store;
        this.clock = clock;
    }

    /** Takes in one article. */
    public Outcome ingest(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Refused refused -> new Outcome.Refused(refused.problem());
            case Parsed.Accepted accepted -> store(accepted.article());
        };
    }

    private Outcome store(Article article) {
        Original original = Original.of(article);
        Optional<Known> known = store.read(present -> Known.of(present, store.base(), article.key()));
        if (known.isPresent() && known.get().is(article, run()) && isArchived(original)) {
            return new Outcome.Unchanged(article.key());
        }
        ArticleGraph graph;
        try {
            ReportedArticle reported = reader.read(article);
            graph = mapper.map(reported, run());
        } catch (RuntimeException | StackOverflowError fault) {
            return new Outcome.Refused(faultOfOurs(article, fault));
        }
        List<Problem> problems = gate.check(graph);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems.getFirst());
        }
        store.write(present -> merger.replace(present, graph).and(Changes.archiving(original)));
        return new Outcome.Stored(article.key(), known.isPresent());
    }

    /** Takes in what a reading of files or streams gives, and says in one line what became of it. */
    public IngestReport ingestAll(Articles articles) throws java.io.IOException {
        IngestReport.Tally tally = new IngestReport.Tally();
        articles.forEach(parsed -> tally.count(ingest(parsed)));
        IngestReport report = tally.report();
        LOG.info("{}", report.line());
        return report;
    }

    /** Something that gives articles one after another. */
    @FunctionalInterface
    public interface Articles {
        void forEach(Consumer<Parsed> taker) throws java.io.IOException;
    }

    /** Takes an article out, with all that only it told; whether there was one. */
    public boolean remove(String articleKey) {
        boolean present =
                store.read(graphs -> Known.of(graphs, store.base(), articleKey)).isPresent();
        if (present) {
            store.write(graphs -> merger.remove(graphs, articleKey));
        }
        return present;
    }

    /** One text that our own code stumbles over must not end a run over thousands. */
    private static Problem faultOfOurs(Article article, Throwable fault) {
        LOG.error("article {} at {}", article.key(), article.at(), fault);
        return new Problem.Unreadable(article.at(), "cannot be read for a fault of ours: " + fault);
    }

    private boolean isArchived(Original original) {
        return store.archive().find(original.articleKey(), original.textHash()).equals(Optional.of(original));
    }

    private Run run() {
        return Run.of(Reader.VERSION, reader.gazetteer().version(), clock);
    }
}
