package khabar.ingest;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import khabar.article.Article;
import khabar.article.Parsed;
import khabar.article.Problem;
import khabar.event.ReportedArticle;
import khabar.gazetteer.Gazetteer;
import khabar.graph.ArticleGraph;
import khabar.graph.ArticleMapper;
import khabar.graph.Run;
import khabar.graph.ShapeGate;
import khabar.merge.Merger;
import khabar.merge.NameDecision;
import khabar.merge.NameDecisions;
import khabar.merge.Unfolding;
import khabar.store.Changes;
import khabar.store.Original;
import khabar.store.Progress;
import khabar.store.Store;
import khabar.store.StoreException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole flow: an article is read, mapped, checked and stored, all of it in one transaction or nothing. Safe for many
 * threads.
 */
public final class Ingest {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final ShapeGate gate;
    private final Merger merger;
    private final Store store;
    private final Clock clock;
    private final Rereading rereading;
    private final SourceTerms terms;
    private final LongAdder againstShapes = new LongAdder();
    private volatile Tools tools;

    /** What reads; an article is read by one of these from beginning to end, also where another comes meanwhile. */
    private record Tools(Reader reader, ArticleMapper mapper) {}

    /** Where nothing is set for any source. */
    public Ingest(Reader reader, Store store, Clock clock) {
        this(reader, store, clock, SourceTerms.NONE);
    }

    /** @param terms what may be shown of each source */
    public Ingest(Reader reader, Store store, Clock clock, SourceTerms terms) {
        this.gate = ShapeGate.load();
        this.merger = new Merger(store.base(), clock);
        this.store = store;
        this.clock = clock;
        this.rereading = new Rereading(store);
        this.terms = terms;
        this.tools = tools(reader);
    }

    private Tools tools(Reader reader) {
        return new Tools(reader, new ArticleMapper(store.base(), reader.gazetteer(), clock, terms::of));
    }

    /** Reads with another gazetteer from now on; what is stored stays as it was read until it is read again. */
    public void use(Gazetteer gazetteer) {
        tools = tools(tools.reader().with(gazetteer));
    }

    /** Takes in one article. */
    public Outcome ingest(Parsed parsed) {
        return store(List.of(prepared(parsed))).getFirst();
    }

    /** Why an article would be refused; empty where it would be stored. Stores nothing. */
    public Optional<Problem> check(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Refused refused -> Optional.of(refused.problem());
            case Parsed.Accepted accepted ->
                switch (map(accepted.article(), tools)) {
                    case Mapped.Bad bad -> Optional.of(bad.problem());
                    case Mapped.Good good -> Optional.empty();
                };
        };
    }

    private Prepared prepared(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Refused refused -> new Prepared.Settled(new Outcome.Refused(refused.problem()));
            case Parsed.Accepted accepted -> prepared(accepted.article());
        };
    }

    private Prepared prepared(Article article) {
        Tools now = tools;
        Original original = Original.of(article);
        boolean archived = isArchived(original);
        Optional<Known> known = known(article.key());
        if (archived && isKnown(article, known, now)) {
            return new Prepared.Settled(new Outcome.Unchanged(article.key()));
        }
        if (known.filter(present -> present.isLaterThan(article, archived)).isPresent()) {
            return new Prepared.Older(article, original);
        }
        return switch (map(article, now)) {
            case Mapped.Bad bad -> new Prepared.Settled(new Outcome.Refused(bad.problem()));
            case Mapped.Good good ->
                new Prepared.Ready(
                        article, original, good, run(now.reader(), now.reader().version()));
        };
    }

    /** Where our own code stumbles over one, the others are stored all the same. */
    private List<Outcome> storeTogether(List<Prepared> articles) {
        try {
            return store(articles);
        } catch (StoreException unusable) {
            throw unusable;
        } catch (RuntimeException fault) {
            LOG.warn("{} articles could not be stored together; they are stored one by one", articles.size(), fault);
            return articles.stream()
                    .map(article -> store(List.of(article)).getFirst())
                    .toList();
        }
    }

    /** All of them in one transaction, one after the other. */
    private List<Outcome> store(List<Prepared> articles) {
        List<Outcome> outcomes = new ArrayList<>();
        if (articles.stream().allMatch(Prepared.Settled.class::isInstance)) {
            articles.forEach(article -> outcomes.add(((Prepared.Settled) article).outcome()));
            return outcomes;
        }
        store.write(present -> {
            Gathered gathered = new Gathered(merger, new Unfolding(present));
            Set<Original> originals = new LinkedHashSet<>();
            articles.forEach(article -> outcomes.add(
                    switch (article) {
                        case Prepared.Settled settled -> settled.outcome();
                        case Prepared.Older older -> {
                            originals.add(older.original());
                            yield new Outcome.Unchanged(older.article().key());
                        }
                        case Prepared.Ready ready -> store(ready, gathered, originals);
                    }));
            return gathered.all().and(archiving(originals));
        });
        return outcomes;
    }

    /**
     * What is there is looked at again under the writer's lock: another may have brought this version or a later one
     * meanwhile, or the articles before it.
     *
     * @param originals of the articles before it, in the same transaction
     */
    private Outcome store(Prepared.Ready ready, Gathered gathered, Set<Original> originals) {
        Article article = ready.article();
        DatasetGraph now = gathered.settled(article.key());
        Optional<Known> known = Known.of(now, store.base(), article.key());
        boolean wasHere = !originals.add(ready.original()) || isArchived(ready.original());
        if (wasHere
                && known.filter(there -> there.is(article, ready.read().graph().terms(), ready.run()))
                        .isPresent()) {
            return new Outcome.Unchanged(article.key());
        }
        if (known.filter(there -> there.isLaterThan(article, wasHere)).isPresent()) {
            return new Outcome.Unchanged(article.key());
        }
        return switch (upToDate(now, article, ready.read())) {
            case Mapped.Bad bad -> new Outcome.Refused(bad.problem());
            case Mapped.Good good -> {
                gathered.add(good.graph());
                yield new Outcome.Stored(article.key(), known.isPresent());
            }
        };
    }

    /** Takes in one article as it is given, also where what is there says that it is a later version of it. */
    Outcome put(Article article) {
        Tools now = tools;
        Original original = Original.of(article);
        if (isArchived(original) && isKnown(article, known(article.key()), now)) {
            return new Outcome.Unchanged(article.key());
        }
        return switch (map(article, now)) {
            case Mapped.Bad bad -> new Outcome.Refused(bad.problem());
            case Mapped.Good good -> put(article, original, good);
        };
    }

    private Outcome put(Article article, Original original, Mapped.Good read) {
        Outcome[] outcome = {new Outcome.Unchanged(article.key())};
        store.write(present -> {
            boolean replaces = Known.of(present, store.base(), article.key()).isPresent();
            Changes changes = replaced(present, article, read, replaces, outcome);
            return outcome[0] instanceof Outcome.Refused ? changes : changes.and(archiving(List.of(original)));
        });
        return outcome[0];
    }

    /** @param outcome is told what becomes of it */
    private Changes replaced(
            DatasetGraph present, Article article, Mapped.Good read, boolean replaces, Outcome[] outcome) {
        return switch (upToDate(present, article, read)) {
            case Mapped.Bad bad -> {
                outcome[0] = new Outcome.Refused(bad.problem());
                yield Changes.NONE;
            }
            case Mapped.Good good -> {
                outcome[0] = new Outcome.Stored(article.key(), replaces);
                yield merger.replace(present, good.graph());
            }
        };
    }

    /**
     * Reads every stored article again, from the archive, as this reader, this gazetteer and these terms have it. Each is
     * a transaction of its own; one that cannot be read any more stays as it is and counts as refused.
     *
     * @param progress is told after each article how many are done, and of how many
     */
    public IngestReport reread(Progress progress) {
        return reread(rereading.all(), progress);
    }

    /** Reads one article again; empty where there is none. */
    public Optional<IngestReport> reread(String articleKey) {
        return rereading.one(articleKey).map(article -> reread(List.of(article), Progress.NONE));
    }

    private IngestReport reread(List<Rereading.Current> articles, Progress progress) {
        IngestReport.Tally tally = new IngestReport.Tally();
        for (Rereading.Current article : articles) {
            rereading
                    .original(article)
                    .ifPresent(parsed -> tally.count(
                            switch (parsed) {
                                case Parsed.Refused refused -> new Outcome.Refused(refused.problem());
                                case Parsed.Accepted accepted -> storeAgain(accepted.article(), article);
                            }));
            progress.at(tally.read(), articles.size());
        }
        IngestReport report = tally.report();
        LOG.info("again: {}", report.line());
        return report;
    }

    /** What another has replaced or removed in the meantime stays as the other has left it. */
    private Outcome storeAgain(Article article, Rereading.Current current) {
        Tools now = tools;
        if (isKnown(article, known(article.key()), now)) {
            return new Outcome.Unchanged(article.key());
        }
        return switch (map(article, now)) {
            case Mapped.Bad bad -> new Outcome.Refused(bad.problem());
            case Mapped.Good good -> replaceSame(article, current, good);
        };
    }

    private Outcome replaceSame(Article article, Rereading.Current current, Mapped.Good read) {
        Outcome[] outcome = {new Outcome.Unchanged(article.key())};
        store.write(present ->
                rereading.isCurrent(present, current) ? replaced(present, article, read, true, outcome) : Changes.NONE);
        return outcome[0];
    }

    /** How many stored articles show other than the terms now set let them. */
    public long againstTerms() {
        return rereading.againstTerms(terms);
    }

    private Mapped map(Article article, Tools now) {
        return map(article, now, store.read(present -> decided(present, article)));
    }

    /** Reads and maps an article, its names as editors decided. */
    Mapped map(Article article, List<NameDecision> decided) {
        return map(article, tools, decided);
    }

    private Mapped map(Article article, Tools now, List<NameDecision> decided) {
        ArticleGraph graph;
        try {
            ReportedArticle reported =
                    now.reader().read(article, ruledNames(now).of(decided));
            reported.reading()
                    .gaveUp()
                    .ifPresent(why -> LOG.warn("{}: names read by the built-in recogniser: {}", article.at(), why));
            graph = now.mapper().map(reported, run(now.reader(), now.reader().version(reported)));
        } catch (RuntimeException | StackOverflowError fault) {
            return new Mapped.Bad(faultOfOurs(article, fault));
        }
        List<Problem> problems = gate.check(graph);
        if (problems.isEmpty()) {
            return new Mapped.Good(graph, decided);
        }
        againstShapes.increment();
        return new Mapped.Bad(problems.getFirst());
    }

    /** Under the writer's lock: an editor may have decided since it was read. */
    private Mapped upToDate(DatasetGraph present, Article article, Mapped.Good read) {
        List<NameDecision> decided = decided(present, article);
        return decided.equals(read.decided()) ? read : map(article, decided);
    }

    private List<NameDecision> decided(DatasetGraph present, Article article) {
        return new NameDecisions(store.base(), present).in(article.key());
    }

    /** What addresses in decisions on names stand for, by the gazetteer in use. */
    RuledNames ruledNames() {
        return ruledNames(tools);
    }

    private RuledNames ruledNames(Tools now) {
        return new RuledNames(store.base(), now.reader().gazetteer());
    }

    private Optional<Known> known(String articleKey) {
        return store.read(present -> Known.of(present, store.base(), articleKey));
    }

    private boolean isKnown(Article article, Optional<Known> known, Tools now) {
        Run run = run(now.reader(), now.reader().version());
        return known.filter(there -> there.is(article, now.mapper().terms(article), run))
                .isPresent();
    }

    /**
     * Takes in what a reading of files or streams gives, and says in one line what became of it. Many articles are stored in
     * one transaction; what was stored before something failed stays.
     */
    public IngestReport ingestAll(Articles articles) throws IOException {
        return ingestAll(articles, Batch.USUAL);
    }

    /** The same, with so much in one transaction. */
    public IngestReport ingestAll(Articles articles, Batch batch) throws IOException {
        IngestReport.Tally tally = new IngestReport.Tally();
        try (Together commits = new Together(this::storeTogether, store::together, batch.times(), tally::count);
                Inflow inflow = new Inflow(
                        batch, this::prepared, batch.times() > 1 ? commits : this::storeTogether, tally::count)) {
            articles.forEach(inflow::take);
            inflow.end();
        }
        IngestReport report = tally.report();
        // A folder comes file by file: what changes nothing would fill the log.
        if (report.added() + report.changed() > 0) {
            LOG.info("{}", report.line());
        }
        return report;
    }

    /** Something that gives articles one after another. */
    @FunctionalInterface
    public interface Articles {
        void forEach(Consumer<Parsed> taker) throws IOException;
    }

    /** Where nobody says why. */
    public boolean remove(String articleKey) {
        return remove(articleKey, "");
    }

    /**
     * Takes an article out, with all that only it told; whether there was one.
     *
     * @param because why, which is published at its address; may be empty
     */
    public boolean remove(String articleKey, String because) {
        return known(articleKey).isPresent() && removeTogether(List.of(articleKey), because) > 0;
    }

    /** Takes out those of them that are there, many in one transaction, as they came; how many there were. */
    public long removeAll(List<String> articleKeys) {
        long removed = 0;
        for (int from = 0; from < articleKeys.size(); from += Batch.USUAL.articles()) {
            int to = Math.min(from + Batch.USUAL.articles(), articleKeys.size());
            removed += removeTogether(articleKeys.subList(from, to), "");
        }
        return removed;
    }

    private int removeTogether(List<String> articleKeys, String because) {
        Set<String> there = new LinkedHashSet<>();
        store.write(present -> {
            Unfolding unfolding = new Unfolding(present);
            for (String key : articleKeys) {
                if (Known.of(unfolding.now(), store.base(), key).isPresent()) {
                    there.add(key);
                    unfolding.then(merger.remove(unfolding.now(), key, because));
                }
            }
            return unfolding.all();
        });
        return there.size();
    }

    /** How many articles were refused since the start because their graphs broke a rule of the shapes. */
    public long againstShapes() {
        return againstShapes.sum();
    }

    /** One text that our own code stumbles over must not end a run over thousands. */
    private static Problem faultOfOurs(Article article, Throwable fault) {
        LOG.error("article {} at {}", article.key(), article.at(), fault);
        return new Problem.Unreadable(article.at(), "cannot be read for a fault of ours: " + fault);
    }

    /** Those that the archive does not have already. */
    private Changes archiving(Collection<Original> originals) {
        return new Changes(
                Map.of(),
                List.of(),
                List.of(),
                originals.stream().filter(original -> !isArchived(original)).toList());
    }

    private boolean isArchived(Original original) {
        return store.archive().find(original.articleKey(), original.textHash()).equals(Optional.of(original));
    }

    private Run run(Reader reader, String readerVersion) {
        return Run.of(readerVersion, reader.gazetteer().version(), clock);
    }
}
