package khabar.endpoint;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private final DatasetGraph dataset;
    private final EndpointSettings settings;
    private final Semaphore running;

    public SparqlEndpoint(DatasetGraph dataset, EndpointSettings settings) {
        this.dataset = dataset;
        this.settings = settings;
        this.running = new Semaphore(settings.running());
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

    Reply reply(SparqlRequest request) {
        try {
            if (!running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Reply.Refused(busy());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Refused(busy());
        }
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Thread worker = new Thread(
                null,
                () -> {
                    try {
                        reply.complete(work(request));
                    } finally {
                        running.release();
                        // Nothing is left unanswered, whatever was thrown.
                        reply.complete(new Reply.Refused(broken()));
                    }
                },
                "sparql",
                STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        return await(reply, request.limit());
    }

    private static Reply await(CompletableFuture<Reply> reply, Duration limit) {
        try {
            return reply.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // It is not interrupted: that would close the files under the store for everyone. It looks at the clock
            // itself.
            LOG.warn("A query did not give way at its time limit; its thread runs on");
            return new Reply.Refused(outOfTime(limit));
        } catch (ExecutionException impossible) {
            return new Reply.Refused(broken());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Refused(busy());
        }
    }

    private Reply work(SparqlRequest request) {
        try {
            Query query = request.text().parse();
            QueryGuard.check(query);
            describeDataset(query, request);
            Negotiation.Chosen form = form(query, request);
            QueryRun run = new QueryRun(dataset, settings.rows(), Deadline.in(request.limit()));
            return new Reply.Answered(query, Txn.calculateRead(dataset, () -> run.answer(query)), form);
        } catch (Refusal refusal) {
            return new Reply.Refused(refusal.problem());
        } catch (QueryCancelledException late) {
            return new Reply.Refused(outOfTime(request.limit()));
        } catch (QueryParseException wrong) {
            // Only now seen: the query string of the text index.
            return new Reply.Refused(HttpProblem.of(
                    400, "text-query", "The text query cannot be read", "Put words with marks in quotation marks"));
        } catch (StackOverflowError deep) {
            return new Reply.Refused(HttpProblem.of(
                    503, "query-too-deep", "The query went too deep", "A path or a nesting went on for too long"));
        } catch (RuntimeException fault) {
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

    private static HttpProblem outOfTime(Duration limit) {
        return new HttpProblem(
                503,
                "query-timeout",
                "The query took too long",
                "It was ended after " + limit.toMillis() / 1000.0
                        + " seconds. Ask for less, or add &timeout= (seconds)",
                Map.of("limit", limit.toMillis() / 1000.0));
    }

    private static HttpProblem busy() {
        return HttpProblem.of(503, "busy", "Too many queries at the same time", "Try again in some seconds")
                .with("retryAfter", 5);
    }

    private static HttpProblem broken() {
        return HttpProblem.of(500, "fault", "The query failed", "The fault is ours, and is in our log");
    }
}
