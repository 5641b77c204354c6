package khabar.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.resultset.ResultSetReaderRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;

/** The manifests of the W3C's test suites as values. */
final class W3cManifest {
    private static final String BLANK = "_:";

    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

    private static final List<String> QUERY_SUITES =
            List.of("manifest-sparql11-query.ttl", "manifest-sparql11-results.ttl");

    private W3cManifest() {}

    /** A dataset to load: the default graph, and graphs by name. */
    record Data(List<String> files, Map<String, String> graphs) {
        void into(DatasetGraph dataset) {
            Dataset whole = DatasetFactory.wrap(dataset);
            whole.executeWrite(() -> {
                dataset.clear();
                files.forEach(file -> RDFDataMgr.read(whole.getDefaultModel(), file));
                graphs.forEach((name, file) -> RDFDataMgr.read(whole.getNamedModel(name), file));
            });
        }
    }

    /** @param result the file of the expected answer */
    record QueryTest(String name, String text, Data data, String result) {
        void load(DatasetGraph dataset) {
            data.into(dataset);
        }

        String accepted() {
            return switch (suffix()) {
                case "csv" -> "text/csv";
                case "tsv" -> "text/tab-separated-values";
                case "srj" -> "application/sparql-results+json";
                default -> isGraph() ? "application/n-triples" : "application/sparql-results+xml";
            };
        }

        private String suffix() {
            return result.substring(result.lastIndexOf('.') + 1);
        }

        private boolean isGraph() {
            return query().isConstructType() || query().isDescribeType();
        }

        private Query query() {
            return QueryFactory.create(text);
        }

        /** Whether Jena by itself answers as expected. */
        boolean passesIn(DatasetGraph dataset) {
            Dataset whole = DatasetFactory.wrap(dataset);
            try {
                return whole.calculateRead(() -> {
                    try (QueryExecution run = QueryExecution.create(query(), whole)) {
                        if (isGraph()) {
                            return run.execConstruct().isIsomorphicWith(RDFDataMgr.loadModel(result));
                        }
                        return query().isAskType()
                                ? run.execAsk() == expected().getBooleanResult()
                                : isExpected(run.execSelect().rewindable());
                    }
                });
            } catch (JenaException wrong) {
                return false;
            }
        }

        boolean isAnsweredBy(String body) {
            if (isGraph()) {
                Model model = ModelFactory.createDefaultModel();
                RDFParser.fromString(body, Lang.NTRIPLES).parse(model);
                return model.isIsomorphicWith(RDFDataMgr.loadModel(result));
            }
            if (suffix().equals("csv")) {
                return lines(body).equals(lines(read(result)));
            }
            SPARQLResult answer = read(body, lang(accepted()));
            return answer.isBoolean()
                    ? answer.getBooleanResult().equals(expected().getBooleanResult())
                    : isExpected(answer.getResultSet().rewindable());
        }

        private boolean isExpected(ResultSetRewindable found) {
            // CSV does not tell kinds of terms apart: what is compared then is the text that comes out.
            if (suffix().equals("csv")) {
                return true;
            }
            ResultSetRewindable wanted = expected().getResultSet().rewindable();
            if (query().isOrdered()) {
                return ResultsCompare.equalsByTermAndOrder(found, wanted);
            }
            // Jena tries every way to lay rows upon each other, which for many rows that differ has no end.
            return rows(found).equals(rows(wanted))
                    && (!hasBlank(wanted) || ResultsCompare.equalsByTerm(found, wanted) || byValue(found, wanted));
        }

        private static boolean hasBlank(ResultSetRewindable results) {
            return rows(results).stream().anyMatch(row -> row.contains(BLANK));
        }

        /** Numbers by value, blank nodes all alike. */
        private static List<String> rows(ResultSetRewindable results) {
            results.reset();
            List<String> rows = new ArrayList<>();
            while (results.hasNext()) {
                Binding row = results.nextBinding();
                rows.add(row.varsMentioned().stream()
                        .map(variable -> variable.getVarName() + " " + term(row.get(variable)))
                        .sorted()
                        .collect(Collectors.joining(" ")));
            }
            results.reset();
            rows.sort(null);
            return rows;
        }

        private static String term(Node node) {
            if (node.isBlank()) {
                return BLANK;
            }
            NodeValue value = NodeValue.makeNode(node);
            return value.isNumber() ? Double.toString(value.getDouble()) : NodeFmtLib.strNT(node);
        }

        private boolean byValue(ResultSetRewindable found, ResultSetRewindable wanted) {
            found.reset();
            wanted.reset();
            return ResultsCompare.equalsByValue(found, wanted);
        }

        private SPARQLResult expected() {
            return switch (suffix()) {
                case "ttl", "rdf" -> new SPARQLResult(RDFInput.fromRDF(RDFDataMgr.loadModel(result)));
                default ->
                    read(
                            read(result),
                            switch (suffix()) {
                                case "srj" -> ResultSetLang.RS_JSON;
                                case "tsv" -> ResultSetLang.RS_TSV;
                                default -> ResultSetLang.RS_XML;
                            });
            };
        }
    }

    record SyntaxTest(String name, String text, boolean good) {}

    record ProtocolTest(String name, Data data, List<Exchange> exchanges) {
        void load(DatasetGraph dataset) {
            data.into(dataset);
        }
    }

    /** A request and what is expected of its answer. */
    record Exchange(
            String method,
            String path,
            String body,
            String charset,
            List<String> headers,
            List<String> statuses,
            Optional<Boolean> truth,
            String format,
            Optional<String> graph) {

        HttpResponse<String> sendTo(Http http) {
            return http.sendBytes(
                    method, path, body.getBytes(Charset.forName(charset)), headers.toArray(String[]::new));
        }

        boolean isAnsweredBy(HttpResponse<String> answer) {
            String classOf = "StatusCode" + answer.statusCode() / 100 + "xx";
            if (statuses.stream().noneMatch(status -> status.endsWith(classOf))) {
                return false;
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return switch (format) {
                case "boolean" ->
                    truth.isEmpty()
                            ? type.startsWith("application/sparql-results")
                            : truth.get()
                                    .equals(read(answer.body(), ResultSetLang.RS_JSON)
                                            .getBooleanResult());
                case "tabular" -> type.startsWith("application/sparql-results");
                case "RDF" -> type.startsWith("text/turtle");
                default -> true;
            };
        }
    }

    static Stream<QueryTest> queryTests(Path suites) {
        return entries(suites)
                .filter(entry -> isA(entry, "QueryEvaluationTest") || isA(entry, "CSVResultFormatTest"))
                .map(W3cManifest::queryTest);
    }

    private static QueryTest queryTest(Resource entry) {
        Resource action = entry.getProperty(property(entry, MF, "action")).getResource();
        String query = uri(action, QT, "query").orElseThrow();
        Map<String, String> graphs = new HashMap<>();
        all(action, QT, "graphData").forEach(graph -> graphs.put(graph, graph));
        return new QueryTest(
                name(entry),
                "BASE <" + query + ">\n" + read(query),
                new Data(all(action, QT, "data"), graphs),
                uri(entry, MF, "result").orElseThrow());
    }

    static Stream<SyntaxTest> syntaxTests(Path suites) {
        return entries(suites)
                .filter(entry -> isA(entry, "PositiveSyntaxTest11") || isA(entry, "NegativeSyntaxTest11"))
                .map(entry -> new SyntaxTest(
                        name(entry), read(uri(entry, MF, "action").orElseThrow()), isA(entry, "PositiveSyntaxTest11")));
    }

    static Stream<ProtocolTest> protocolTests(Path suites) {
        return entries(load(suites.resolve("protocol/manifest.ttl"))).map(entry -> {
            Map<String, String> graphs = new HashMap<>();
            entry.listProperties(property(entry, UT, "graphData")).forEach(said -> {
                Resource graph = said.getResource();
                graphs.put(text(graph, RDFS, "label"), uri(graph, UT, "graph").orElseThrow());
            });
            return new ProtocolTest(name(entry), new Data(List.of(), graphs), exchanges(entry));
        });
    }

    private static Exchange exchange(Resource request) {
        Resource response = request.getProperty(property(request, HT, "resp")).getResource();
        List<String> headers = new ArrayList<>();
        list(request, HT, "headers").forEach(header -> {
            headers.add(text(header.asResource(), HT, "fieldName"));
            headers.add(text(header.asResource(), HT, "fieldValue"));
        });
        Statement body = request.getProperty(property(request, HT, "body"));
        return new Exchange(
                text(request, HT, "methodName"),
                text(request, HT, "absolutePath").replace("/sparql/", "/sparql"),
                body == null ? "" : text(body.getResource(), CNT, "chars"),
                body == null ? "UTF-8" : text(body.getResource(), CNT, "characterEncoding"),
                headers,
                all(response, MF, "expectedStatus"),
                Optional.ofNullable(response.getProperty(property(response, MF, "expectedBoolean")))
                        .map(Statement::getBoolean),
                text(response, MF, "expectedFormat"),
                Optional.ofNullable(response.getProperty(property(response, HT, "body")))
                        .map(answer -> text(answer.getResource(), CNT, "chars")));
    }

    /** Of graphs that are named by a parameter; what names them by the address asks for another kind of service. */
    static Stream<ProtocolTest> graphStoreTests(Path suites) {
        return entries(load(suites.resolve("graph-store-protocol/manifest-indirect.ttl")))
                .map(entry -> new ProtocolTest(
                        "graph-store/" + entry.getURI().replaceFirst(".*#", ""),
                        new Data(List.of(), Map.of()),
                        exchanges(entry)));
    }

    private static List<Exchange> exchanges(Resource entry) {
        Resource connection = entry.getProperty(property(entry, MF, "action")).getResource();
        return list(connection, HT, "requests").stream()
                .map(request -> exchange(request.asResource()))
                .toList();
    }

    private static Stream<Resource> entries(Path suites) {
        return QUERY_SUITES.stream()
                .map(suite -> load(suites.resolve(suite)))
                .flatMap(manifest -> list(manifest(manifest), MF, "include").stream())
                .flatMap(included ->
                        entries(RDFDataMgr.loadModel(included.asResource().getURI())));
    }

    private static Stream<Resource> entries(Model manifest) {
        return list(manifest(manifest), MF, "entries").stream().map(RDFNode::asResource);
    }

    private static Resource manifest(Model model) {
        return model.listSubjectsWithProperty(RDF.type, model.createResource(MF + "Manifest"))
                .next();
    }

    private static Model load(Path file) {
        return RDFDataMgr.loadModel(file.toUri().toString());
    }

    private static boolean isA(Resource entry, String type) {
        return entry.hasProperty(RDF.type, entry.getModel().createResource(MF + type));
    }

    /** The suite and the last part of the entry's IRI. */
    private static String name(Resource entry) {
        String iri = entry.getURI();
        String[] parts = iri.substring(0, iri.indexOf('#')).split("/", -1);
        return parts[parts.length - 2] + "/" + iri.substring(iri.indexOf('#') + 1);
    }

    private static List<RDFNode> list(Resource subject, String namespace, String name) {
        Statement said = subject.getProperty(property(subject, namespace, name));
        return said == null ? List.of() : said.getObject().as(RDFList.class).asJavaList();
    }

    private static List<String> all(Resource subject, String namespace, String name) {
        return subject.listProperties(property(subject, namespace, name))
                .mapWith(said -> said.getResource().getURI())
                .toList();
    }

    private static Optional<String> uri(Resource subject, String namespace, String name) {
        return all(subject, namespace, name).stream().findFirst();
    }

    private static String text(Resource subject, String namespace, String name) {
        Statement said = subject.getProperty(property(subject, namespace, name));
        return said == null ? "" : said.getString();
    }

    private static org.apache.jena.rdf.model.Property property(Resource near, String namespace, String name) {
        return near.getModel().createProperty(namespace, name);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(java.net.URI.create(file.replace("file:///", "file:/"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Blank nodes all alike; Jena writes them without their mark. */
    private static List<String> lines(String csv) {
        return csv.lines()
                .map(line -> line.replaceAll("(^|,)(_:[A-Za-z0-9]+|b[0-9]+)(?=,|$)", "$1_:b"))
                .sorted()
                .toList();
    }

    private static Lang lang(String mediaType) {
        return switch (mediaType) {
            case "text/tab-separated-values" -> ResultSetLang.RS_TSV;
            case "application/sparql-results+json" -> ResultSetLang.RS_JSON;
            default -> ResultSetLang.RS_XML;
        };
    }

    private static SPARQLResult read(String body, Lang lang) {
        return ResultSetReaderRegistry.getFactory(lang)
                .create(lang)
                .readAny(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Context.emptyContext());
    }
}
