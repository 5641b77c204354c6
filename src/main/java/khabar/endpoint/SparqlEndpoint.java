package khabar.endpoint;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A read-only SPARQL endpoint over any dataset: a query goes in, a complete answer or a refusal comes out, at most one
 * second after its time limit.
 *
 * <p>Each query has a platform thread of its own with a big stack: deep queries end in a refusal rather than in a broken
 * server, and a query that does not give way when its time is over holds up no one but itself.
 */
public final class SparqlEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SparqlEndpoint.class);
    private static final long STACK_BYTES = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofMillis(900);
    private static final Duration QUICK = Duration.ofSeconds(1);
    /** What a query computes in that time at least, also where others take most of the processor. */
    private static final Duration MUCH = Duration.ofMillis(200);

    private static final Duration LOOKING = Duration.ofMillis(100);

    private static final List<Var> STATEMENT = Var.varList(List.of("subject", "property", "value"));
    private static final List<Var> STATEMENT_IN_GRAPH = Var.varList(List.of("graph", "subject", "property", "value"));

    private final DatasetGraph dataset;
    private final EndpointSettings settings;
    private final Supplier<String> revision;
    private final Lanes lanes;
    private final RunningQueries queries = new RunningQueries();

    /** Over data that nobody vouches for: every answer is sent anew. */
    public SparqlEndpoint(DatasetGraph dataset, EndpointSettings settings) {
        this(dataset, settings, () -> "");
    }

    /** @param revision changes whenever the data may have changed; "" where that is not known */
    public SparqlEndpoint(DatasetGraph dataset, EndpointSettings settings, Supplier<String> revision) {
        this.dataset = dataset;
        this.settings = settings;
        this.revision = revision;
        this.lanes = new Lanes(
                settings.running(),
                settings.slow() > 0
                        ? settings.slow()
                        : Lanes.slowFor(Runtime.getRuntime().availableProcessors()));
    }

    EndpointSettings settings() {
        return settings;
    }

    /** Tells Fuseki in this servlet context to bring queries at the path to this endpoint. */
    void register(ServletContext context, String path) {
        OperationRegistry operations = OperationRegistry.createEmpty();
        operations.register(Operation.Query, WebContent.contentTypeSPARQLQuery, new GuardedQuery(this));
        DataService service =
                DataService.newBuilder(dataset).addEndpoint(Operation.Query).build();
        service.setEndpointProcessors(operations);
        service.goActive();
        DataAccessPointRegistry points = new DataAccessPointRegistry();
        points.register(new DataAccessPoint(path, service));
        OperationRegistry.set(context, operations);
        DataAccessPointRegistry.set(context, points);
    }

    /**
     * Answers a query for people.
     *
     * @param most so many rows are wanted
     */
    public Shown show(String query, int most) {
        SparqlRequest request = new SparqlRequest(
                new QueryText(query),
                List.of(),
                List.of(),
                Negotiation.parse("*/*"),
                Optional.empty(),
                List.of(),
                settings.timeout());
        return switch (reply(id(), request, account())) {
            case Reply.Unchanged unchanged -> throw new IllegalStateException("nothing was known: " + unchanged.tag());
            case Reply.Refused refused ->
                new Shown.Refused(
                        refused.problem().status(),
                        refused.problem().title(),
                        refused.problem().detail());
            case Reply.Answered answered -> shown(answered, most);
        };
    }

    /** As the page's request names it, so that whoever waits for the page can end the query. */
    private static String id() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
                ? QueryId.of(page.getRequest())
                : QueryId.random();
    }

    /** Of whom the page is made for. */
    private static Account account() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
                ? BudgetFilter.account(page.getRequest())
                : Account.unlimited();
    }

    private static Shown shown(Reply.Answered answered, int most) {
        List<String> forms =
                offered(answered.query()).stream().map(Format::suffix).toList();
        return switch (answered.answer()) {
            case Answer.Truth truth -> new Shown.Truth(truth.value());
            case Answer.Table table ->
                new Shown.Table(
                        table.columns(),
                        table.rows().stream().limit(most).toList(),
                        table.rows().size(),
                        table.cut().isPresent(),
                        forms);
            case Answer.Statements statements ->
                new Shown.Table(
                        STATEMENT,
                        statements.graph().stream()
                                .limit(most)
                                .map(said -> BindingFactory.binding(
                                        STATEMENT.get(0), said.getSubject(),
                                        STATEMENT.get(1), said.getPredicate(),
                                        STATEMENT.get(2), said.getObject()))
                                .toList(),
                        statements.graph().size(),
                        statements.cut().isPresent(),
                        forms);
            case Answer.Quads quads ->
                new Shown.Table(
                        STATEMENT_IN_GRAPH,
                        quads.dataset().stream()
                                .limit(most)
                                .map(said -> BindingFactory.binding(
                                        STATEMENT_IN_GRAPH.get(0), said.getGraph(),
                                        STATEMENT_IN_GRAPH.get(1), said.getSubject(),
                                        STATEMENT_IN_GRAPH.get(2), said.getPredicate(),
                                        STATEMENT_IN_GRAPH.get(3), said.getObject()))
                                .toList(),
                        quads.dataset().stream().count(),
                        quads.cut().isPresent(),
                        forms);
        };
    }

    /** Whether there was such a query; it gives way as soon as it looks at its deadline. */
    boolean end(String id) {
        return queries.end(id, Deadline.Cause.OWNER);
    }

    /**
     * @param id as yet unused, for {@link #end}
     * @param account whom the computing is charged to
     */
    Reply reply(String id, SparqlRequest request, Account account) {
        Optional<Lanes.Place> place;
        try {
            place = lanes.enter(account.isSlow(), PATIENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Refused(busy());
        }
        if (place.isEmpty()) {
            return new Reply.Refused(account.isSlow() ? busyWithSlowOnes() : busy());
        }
        return run(id, request, account, place.get());
    }

    private Reply run(String id, SparqlRequest request, Account account, Lanes.Place place) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Deadline deadline = Deadline.in(request.limit());
        Thread worker = new Thread(
                null,
                () -> {
                    try {
                        reply.complete(work(request, deadline, place::giveWay));
                    } finally {
                        account.charge(Duration.ofNanos(queries.computed()));
                        queries.over(id);
                        place.leave();
                        // Nothing is left unanswered, whatever was thrown.
                        reply.complete(new Reply.Refused(broken()));
                    }
                },
                "sparql",
                STACK_BYTES);
        worker.setDaemon(true);
        if (!queries.begin(id, deadline)) {
            place.leave();
            return new Reply.Refused(HttpProblem.of(409, "query-id", "A query with this id is running", id));
        }
        worker.start();
        try {
            return await(reply, worker, deadline, account, place);
        } catch (TimeoutException late) {
            // It is not interrupted: that would close the files under the store for everyone. It looks at the clock
            // itself.
            LOG.warn("A query did not give way when it was over; its thread runs on");
            return new Reply.Refused(over(deadline.cause(), request.limit()));
        } catch (ExecutionException impossible) {
            return new Reply.Refused(broken());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Refused(busy());
        }
    }

    /**
     * What takes long has to find a place in the slow lane, or gives way as soon as somebody waits for its place: at once
     * where somebody does and it has computed much. Only what has computed tells on its client: others were kept waiting.
     */
    private Reply await(
            CompletableFuture<Reply> reply, Thread worker, Deadline deadline, Account account, Lanes.Place place)
            throws ExecutionException, InterruptedException, TimeoutException {
        Optional<Reply> early;
        long quickUntil = System.nanoTime() + QUICK.toNanos();
        boolean much;
        do {
            early = within(Duration.ofMillis(Math.min(LOOKING.toMillis(), deadline.millisLeft())), reply);
            if (early.isPresent()) {
                return early.get();
            }
            much = queries.computed(worker) > MUCH.toNanos();
        } while (System.nanoTime() - quickUntil < 0
                && !(much && lanes.isSomebodyWaiting())
                && deadline.millisLeft() > 1);
        if (much) {
            account.slowDown();
        }
        while (!place.slowDown() && deadline.millisLeft() > 1) {
            if (lanes.isSomebodyWaiting()) {
                deadline.end(Deadline.Cause.OTHERS_WAIT);
                break;
            }
            early = within(LOOKING, reply);
            if (early.isPresent()) {
                return early.get();
            }
        }
        early = within(Duration.ofMillis(deadline.millisLeft()).plus(LOOKING), reply);
        if (early.isPresent()) {
            return early.get();
        }
        // Jena's own limit of time only raises a signal, which a sort in full swing does not look at.
        deadline.end(Deadline.Cause.TIME);
        return reply.get(GRACE.minus(LOOKING).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Optional<Reply> within(Duration time, CompletableFuture<Reply> reply)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.of(reply.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        }
    }

    private Reply work(SparqlRequest request, Deadline deadline, Runnable courtesy) {
        try {
            Query query = request.text().parse();
            QueryGuard.check(query);
            describeDataset(query, request);
            Negotiation.Chosen form = form(query, request);
            // Asked before the data is read: a tag may be older than what it stands for, never newer.
            Optional<String> tag = request.text().tag(query, form, revision.get());
            if (tag.isPresent() && request.known().contains(tag.get())) {
                return new Reply.Unchanged(tag.get());
            }
            QueryRun run = new QueryRun(dataset, settings.rows(), deadline, courtesy);
            return new Reply.Answered(query, Txn.calculateRead(dataset, () -> run.answer(query)), form, tag);
        } catch (Refusal refusal) {
            return new Reply.Refused(refusal.problem());
        } catch (QueryCancelledException late) {
            return new Reply.Refused(over(deadline.cause(), request.limit()));
        } catch (QueryParseException wrong) {
            // Only now seen: the query string of the text index.
            return new Reply.Refused(HttpProblem.of(
                    400, "text-query", "The text query cannot be read", "Put words with marks in quotation marks"));
        } catch (StackOverflowError deep) {
            return new Reply.Refused(HttpProblem.of(
                    503, "query-too-deep", "The query went too deep", "A path or a nesting went on for too long"));
        } catch (RuntimeException fault) {
            if (deadline.isOver()) {
                // Between two steps of Jena's, what was aborted is missed in many ways.
                LOG.debug("A query was ended: {}", request.text().text(), fault);
                return new Reply.Refused(over(deadline.cause(), request.limit()));
            }
            LOG.warn("A query failed: {}", request.text().text(), fault);
            return new Reply.Refused(broken());
        }
    }

    private static void describeDataset(Query query, SparqlRequest request) {
        QueryGuard.checkGraphNames(request.defaultGraphs());
        QueryGuard.checkGraphNames(request.namedGraphs());
        if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            request.defaultGraphs().forEach(query::addGraphURI);
            request.namedGraphs().forEach(query::addNamedGraphURI);
        }
    }

    private static Negotiation.Chosen form(Query query, SparqlRequest request) {
        List<Format> offered = offered(query);
        if (request.wanted().isPresent()) {
            Format wanted = request.wanted().get();
            if (!offered.contains(wanted)) {
                throw HttpProblem.of(400, "format", "This form does not fit the query", wanted.suffix())
                        .with("offered", offered.stream().map(Format::suffix).toList())
                        .refusal();
            }
            return Negotiation.Chosen.of(wanted);
        }
        return request.accepted()
                .choose(offered)
                .orElseThrow(() -> HttpProblem.notAcceptable(offered).refusal());
    }

    private static List<Format> offered(Query query) {
        if (query.isSelectType() || query.isAskType()) {
            return Format.TABLE;
        }
        return query.isConstructQuad() ? Format.DATASET : Format.GRAPH;
    }

    private static HttpProblem over(Deadline.Cause cause, Duration limit) {
        double seconds = limit.toMillis() / 1000.0;
        return switch (cause) {
            case TIME ->
                new HttpProblem(
                        503,
                        "query-timeout",
                        "The query took too long",
                        "It was ended after " + seconds + " seconds. Ask for less, or add &timeout= (seconds)",
                        Map.of("limit", seconds));
            case OWNER -> HttpProblem.of(503, "query-cancelled", "The query was ended", "As its owner asked");
            case OTHERS_WAIT -> busyWithSlowOnes();
        };
    }

    private static HttpProblem busy() {
        return HttpProblem.of(503, "busy", "Too many queries at the same time", "Try again in some seconds")
                .with(HttpProblem.RETRY_AFTER, 5);
    }

    private static HttpProblem busyWithSlowOnes() {
        return HttpProblem.of(
                        503,
                        "busy",
                        "Too many slow queries at the same time",
                        "The few places for slow queries are taken; ask for less, or try again later")
                .with(HttpProblem.RETRY_AFTER, 30);
    }

    private static HttpProblem broken() {
        return HttpProblem.of(500, "fault", "The query failed", "The fault is ours, and is in our log");
    }
}
