package khabar.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import khabar.article.ArticleFiles;
import khabar.endpoint.SelfDescription;
import khabar.export.DumpManifest;
import khabar.export.Dumps;
import khabar.export.Export;
import khabar.export.Patch;
import khabar.export.Scope;
import khabar.ingest.Batch;
import khabar.ingest.Decided;
import khabar.ingest.DecisionOrder;
import khabar.ingest.Edited;
import khabar.ingest.Editing;
import khabar.ingest.Ingest;
import khabar.ingest.IngestReport;
import khabar.ingest.Reader;
import khabar.ingest.Sample;
import khabar.ingest.SourceTerms;
import khabar.store.Backup;
import khabar.store.Progress;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.store.StoreException;
import khabar.store.StoreSettings;
import khabar.store.Verification;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;

/** The store, open in this process. */
public final class StoreDesk implements Desk {
    /** Longer than any query of the endpoint may take. */
    private static final Duration LONGEST_READER = Duration.ofSeconds(35);

    private final Store store;
    private final Path directory;
    private final Supplier<Ingest> ingest;

    /** @param ingest made when first needed: it holds the gazetteer, which most commands can do without */
    public StoreDesk(Store store, Path directory, Supplier<Ingest> ingest) {
        this.store = store;
        this.directory = directory;
        this.ingest = ingest;
    }

    /**
     * Opens the store, and makes it where there is none.
     *
     * @param reader made when the first article is to be read, for it takes seconds
     */
    public static StoreDesk open(StoreSettings settings, Base base, SourceTerms terms, Supplier<Reader> reader) {
        Store store = Store.open(settings, base);
        return new StoreDesk(
                store, settings.directory(), () -> new Ingest(reader.get(), store, Clock.systemUTC(), terms));
    }

    @Override
    public IngestReport ingest(Path path, Batch batch, Progress progress) throws IOException {
        Ingest flow = ingest.get();
        FilesDone done = new FilesDone(progress);
        IngestReport report = flow.ingestAll(
                taker -> ArticleFiles.read(path, parsed -> {
                    taker.accept(parsed);
                    done.met(parsed);
                }),
                batch);
        done.end();
        return report;
    }

    @Override
    public IngestReport reread(Optional<String> articleKey, Progress progress) {
        Ingest flow = ingest.get();
        return articleKey.isEmpty()
                ? flow.reread(progress)
                : flow.reread(articleKey.get())
                        .orElseThrow(
                                () -> new Refusal(Refusal.Kind.NOT_FOUND, "there is no article " + articleKey.get()));
    }

    @Override
    public IngestReport ingest(String name, InputStream in, Batch batch) throws IOException {
        Ingest flow = ingest.get();
        return flow.ingestAll(taker -> ArticleFiles.read(name, in, taker), batch);
    }

    @Override
    public boolean remove(String articleKey, String because) {
        return ingest.get().remove(articleKey, because);
    }

    @Override
    public long removeSample() throws IOException {
        return new Sample(directory, ingest.get()).remove();
    }

    @Override
    public Decided decide(DecisionOrder order) {
        return done(editing().decide(order));
    }

    @Override
    public Decided undo(String decision) {
        return done(editing().undo(decision));
    }

    private Editing editing() {
        return new Editing(store, Clock.systemUTC(), ingest);
    }

    private static Decided done(Edited edited) {
        return switch (edited) {
            case Edited.Done done -> done.decided();
            case Edited.NotThere missing -> throw new Refusal(Refusal.Kind.NOT_FOUND, missing.why());
            case Edited.Impossible impossible -> throw new Refusal(Refusal.Kind.BAD_DATA, impossible.why());
        };
    }

    @Override
    public List<Decided> decisions() {
        return editing().all();
    }

    @Override
    public void query(String query, AnswerFormat format, OutputStream out) throws IOException {
        Answer answer = Answer.parse(query, format);
        try {
            store.read(present -> {
                answer.write(present, out);
                return answer;
            });
        } catch (QueryCancelledException late) {
            throw new Refusal(Refusal.Kind.BUSY, "the query took longer than an hour");
        } catch (QueryException refused) {
            throw new Refusal(Refusal.Kind.BAD_DATA, "the query cannot be answered: " + refused.getMessage());
        }
        out.flush();
    }

    @Override
    public void export(ExportOrder order, OutputStream out) throws IOException {
        if (order.gzip()) {
            GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
            write(order, zipped);
            zipped.finish();
        } else {
            write(order, out);
        }
        out.flush();
    }

    private void write(ExportOrder order, OutputStream out) throws IOException {
        if (order.since().isPresent()) {
            patch(order.since().get()).write(out);
        } else {
            Base published = order.base().map(StoreDesk::base).orElse(store.base());
            new Export(store, published).write(out, order.format(), scope(order));
        }
    }

    private Patch patch(String since) {
        if (!since.matches("\\d{1,18}")) {
            throw new Refusal(Refusal.Kind.BAD_DATA, "--since takes the number of a state, as in 12, not " + since);
        }
        return Patch.since(store, Long.parseLong(since))
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "what changed since state " + since
                                + " is not kept (any more); the store is in state " + store.version()
                                + "; take a dump"));
    }

    @Override
    public DumpManifest dump() throws IOException {
        Dumps dumps = Dumps.of(directory);
        SelfDescription description = new SelfDescription(store, Queries.load(), Optional.of(dumps));
        return dumps.write(store, Clock.systemUTC(), description::of);
    }

    @Override
    public void backup(OutputStream out, Progress progress) throws IOException {
        Backup.write(store, new StoreSettings(directory), out, progress);
    }

    @Override
    public Store.Compacted compact() throws IOException {
        try {
            return store.compact(LONGEST_READER);
        } catch (StoreException.Busy busy) {
            throw new Refusal(Refusal.Kind.BUSY, String.valueOf(busy.getMessage()));
        }
    }

    @Override
    public Store.Reindexed reindex() {
        return store.reindex();
    }

    @Override
    public Verification.Report verify(Progress progress) {
        return store.verify(Queries.load().in("check"), progress);
    }

    private Scope scope(ExportOrder order) {
        if (order.entity().isPresent() && order.graph().isPresent()) {
            throw new Refusal(Refusal.Kind.BAD_DATA, "give an entity or a graph, not both");
        }
        if (!order.articles().equals(ExportOrder.Articles.ALL)) {
            return articles(order.articles());
        }
        return order.entity()
                .map(this::thing)
                .or(() -> order.graph().map(this::graph))
                .orElseGet(Scope.Everything::new);
    }

    private Scope thing(String iri) {
        Node entity = NodeFactory.createURI(iri);
        if (!store.read(present -> present.contains(Node.ANY, entity, Node.ANY, Node.ANY))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "there is nothing called " + iri);
        }
        return new Scope.OneEntity(entity);
    }

    private Scope articles(ExportOrder.Articles asked) {
        try {
            return Scope.Articles.of(
                    asked.source().map(key -> store.base().id("source", key)), asked.from(), asked.to());
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(Refusal.Kind.BAD_DATA, String.valueOf(wrong.getMessage()));
        }
    }

    private Scope graph(String iri) {
        Node name = NodeFactory.createURI(iri);
        if (!store.read(present -> present.contains(name, Node.ANY, Node.ANY, Node.ANY))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "there is no graph " + iri);
        }
        return new Scope.OneGraph(name);
    }

    private static Base base(String iri) {
        try {
            return new Base(iri);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(Refusal.Kind.BAD_DATA, String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    public Map<String, Long> stats() {
        Map<String, Long> counts = new LinkedHashMap<>();
        List.of("articles", "sources", "events", "persons", "organisations", "places")
                .forEach(kind -> counts.put(kind, 0L));
        store.select(
                Queries.load().get("page/counts"),
                Map.of(),
                row -> counts.put(plural(row.iri("class")), row.integer("count")));
        counts.put("statements", store.read(present -> present.stream().count()));
        return counts;
    }

    @Override
    public Base base() {
        return store.base();
    }

    @Override
    public void close() {
        store.close();
    }

    /** {@code …#Person} is counted under {@code persons}. */
    private static String plural(String iri) {
        return iri.substring(iri.indexOf('#') + 1).toLowerCase(Locale.ROOT) + "s";
    }
}
