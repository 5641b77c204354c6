package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.SampleStore;
import khabar.export.DatasetDescription;
import khabar.export.DumpManifest;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Ontology;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Sh;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is said of the sample as a whole is so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelfDescriptionTest {
    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX kh: <https://w3id.org/khabar/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX spdx: <http://spdx.org/rdf/terms#>
            PREFIX void: <http://rdfs.org/ns/void#>
            """;

    /** The data without the graph that describes it. */
    private static final String DATA = "GRAPH ?g { ?s ?p ?o } FILTER(?g != <http://localhost:8080/graph/dataset>)";

    private static final List<DumpManifest> DUMPS = List.of(dump("2026-11-23", 7), dump("2026-11-24", 9));

    private final Store store = SampleStore.get();
    private final Queries queries = Queries.load();
    private Graph described = GraphFactory.createDefaultGraph();

    private static DumpManifest dump(String name, long version) {
        return new DumpManifest(
                name,
                name + "T00:00:00Z",
                Base.LOCAL.iri(),
                version,
                "https://creativecommons.org/licenses/by-sa/4.0/",
                10,
                9,
                "00",
                List.of(new DumpManifest.DumpFile("news.ttl.gz", "text/turtle", 12, "0a".repeat(32))));
    }

    @BeforeAll
    void describe() {
        described = DatasetDescription.of(
                Base.LOCAL,
                store.census(),
                new DatasetDescription.Period(Optional.of("2017-06-05"), Optional.of("2018-01-21")),
                Prefixes.ALL,
                queries.in("competency"),
                DUMPS);
        ServiceDescription.graph(Base.LOCAL).find().forEach(described::add);
    }

    private List<Map<String, String>> rows(String query) {
        return rows(QueryExec.graph(described).query(PREFIXES + query).build());
    }

    private static List<Map<String, String>> rows(QueryExec exec) {
        try (exec) {
            return exec.select().stream()
                    .map(binding -> {
                        Map<String, String> row = new HashMap<>();
                        binding.forEach((name, value) -> row.put(
                                name.getVarName(),
                                value.isLiteral() ? value.getLiteralLexicalForm() : value.toString()));
                        return row;
                    })
                    .toList();
        }
    }

    /** The store's own queries count, triple by triple, with nothing of the census. */
    private Map<String, String> counted(String query) {
        return store.read(present ->
                rows(QueryExec.dataset(present).query(PREFIXES + query).build()).getFirst());
    }

    @Test
    @Tag("D-03")
    @Tag("D-04")
    void numbersAreThoseThatQueriesCount() {
        Map<String, String> said =
                rows("SELECT * { <http://localhost:8080/dataset> void:triples ?triples ; void:entities ?entities ; void:distinctSubjects ?subjects ; void:distinctObjects ?objects ; void:classes ?classes ; void:properties ?properties }")
                        .getFirst();
        assertThat(said)
                .containsAllEntriesOf(
                        counted("SELECT (COUNT(*) AS ?triples) { SELECT DISTINCT ?s ?p ?o { " + DATA + " } }"))
                .containsAllEntriesOf(counted(
                        "SELECT (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?p) AS ?properties) (COUNT(DISTINCT ?o) AS ?objects) { "
                                + DATA + " }"))
                .containsAllEntriesOf(counted(
                        "SELECT (COUNT(DISTINCT ?s) AS ?entities) (COUNT(DISTINCT ?o) AS ?classes) { VALUES ?p { <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> } "
                                + DATA + " }"));
    }

    @Test
    @Tag("D-04")
    void partitionsAreThoseThatQueriesCount() {
        Set<Map<String, String>> said = Set.copyOf(rows("""
                SELECT ?class ?property ?triples ?subjects {
                  ?part void:class ?class ; void:propertyPartition ?sub .
                  ?sub void:property ?property ; void:triples ?triples ; void:distinctSubjects ?subjects
                }"""));
        Set<Map<String, String>> counted = store.read(
                present -> Set.copyOf(rows(QueryExec.dataset(present).query("""
                        SELECT ?class ?property (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) {
                          SELECT DISTINCT ?s ?class ?property ?o {
                            GRAPH ?g { ?s a ?class } GRAPH ?h { ?s ?property ?o }
                            FILTER(?g != <http://localhost:8080/graph/dataset> && ?h != <http://localhost:8080/graph/dataset>)
                          }
                        } GROUP BY ?class ?property""").build())));
        assertThat(said).hasSizeGreaterThan(50).isEqualTo(counted);
    }

    @Test
    @Tag("D-04")
    @Tag("F-08")
    @Tag("F-13")
    void linksToElsewhereAreCounted() {
        long said =
                rows("SELECT ?n { ?set a void:Linkset ; void:linkPredicate skos:exactMatch ; void:triples ?n }")
                        .stream()
                        .mapToLong(row -> Long.parseLong(row.get("n")))
                        .sum();
        String counted = counted("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?o { ?s skos:exactMatch ?o } }")
                .get("n");
        assertThat(said).isPositive().isEqualTo(Long.parseLong(counted));
    }

    @Test
    @Tag("D-05")
    @Tag("Q-24")
    void theUsualQueriesFindPartitionsExamplesAndPrefixes() {
        assertThat(rows("""
                        SELECT DISTINCT ?subjectClass ?prop ?objectClass WHERE {
                          { ?cp void:class ?subjectClass ; void:propertyPartition ?pp . ?pp void:property ?prop .
                            OPTIONAL { ?pp void:classPartition [ void:class ?objectClass ] } }
                          UNION
                          { ?linkset void:subjectsTarget [ void:class ?subjectClass ] ; void:linkPredicate ?prop ;
                              void:objectsTarget [ void:class ?objectClass ] } }""")).isNotEmpty();
        assertThat(
                        rows(
                                "SELECT DISTINCT ?sq ?comment ?query { ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct ?query } ORDER BY ?sq"))
                .isNotEmpty();
        assertThat(rows("SELECT DISTINCT ?prefix ?namespace { [] sh:namespace ?namespace ; sh:prefix ?prefix }"))
                .hasSameSizeAs(Prefixes.ALL.entrySet());
    }

    @Test
    @Tag("D-06")
    void everyExampleHasATitleInEachLanguage() {
        List<Node> examples = described.stream(Node.ANY, Rdf.type, Sh.SPARQLExecutable)
                .map(Triple::getSubject)
                .toList();
        assertThat(examples)
                .hasSameSizeAs(queries.in("competency"))
                .allSatisfy(example -> assertThat(described.stream(example, Rdfs.comment, Node.ANY)
                                .map(triple -> triple.getObject().getLiteralLanguage())
                                .collect(Collectors.toSet()))
                        .isEqualTo(Set.of("en", "ar")));
    }

    @Test
    @Tag("D-01")
    void theServiceSaysWhatItOffers() {
        assertThat(
                        rows(
                                "SELECT ?url { ?s a sd:Service ; sd:endpoint ?url ; sd:supportedLanguage sd:SPARQL11Query ; sd:feature sd:UnionDefaultGraph ; sd:resultFormat ?form ; sd:defaultDataset/sd:namedGraph/sd:name ?g }"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("url")).isEqualTo("http://localhost:8080/sparql"));
        assertThat(rows("SELECT ?s { ?s sd:feature sd:BasicFederatedQuery }")).isEmpty();
    }

    @Test
    @Tag("D-07")
    @Tag("F-09")
    void versionsStandInASeriesEachWithSizeAndChecksum() {
        assertThat(rows("""
                        SELECT ?version ?before ?size ?sum {
                          <http://localhost:8080/dataset> dcat:hasCurrentVersion ?version .
                          ?version dcat:inSeries/a dcat:DatasetSeries ; dcat:version "2026-11-24" ; dcat:previousVersion ?before ;
                            dcat:distribution ?file .
                          ?file dcat:downloadURL <http://localhost:8080/export/2026-11-24/news.ttl.gz> ; dcat:byteSize ?size ;
                            dcat:mediaType ?type ; dcat:compressFormat ?zip ; spdx:checksum/spdx:checksumValue ?sum
                        }"""))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("size", "12")
                        .containsEntry("before", "http://localhost:8080/dataset#dump-2026-11-23"));
    }

    @Test
    @Tag("D-08")
    @Tag("F-12")
    void theCatalogueConformsToTheShapesOfDcatAp() {
        Path shapes = Path.of(System.getProperty("khabar.data", "none"), "dcat-ap", "dcat-ap-SHACL.ttl");
        assumeThat(shapes).as("khabar.data is not set, or has no dcat-ap").exists();
        ValidationReport report =
                ShaclValidator.get().validate(Shapes.parse(RDFDataMgr.loadGraph(shapes.toString())), described);
        assertThat(report.getEntries())
                .as(
                        "%s",
                        report.getEntries().stream()
                                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
                                .distinct()
                                .limit(20)
                                .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    @Tag("F-01")
    @Tag("F-02")
    @Tag("F-03")
    @Tag("F-05")
    @Tag("F-07")
    @Tag("F-10")
    @Tag("F-11")
    void theDescriptionHasWhatFairAsksFor() {
        assertThat(rows("""
                        SELECT ?title ?url {
                          <http://localhost:8080/dataset> dct:title ?title ; dct:creator ?who ; dct:publisher ?who ; dct:description ?text ;
                            dct:identifier ?id ; dcat:keyword ?word ; dct:accessRights ?access ; void:vocabulary kh: ;
                            dct:license <https://creativecommons.org/licenses/by-sa/4.0/> ; dct:provenance ?how ;
                            a <http://www.w3.org/ns/prov#Entity> ; dcat:distribution/dcat:downloadURL ?url ; dct:temporal ?time
                          FILTER(STRLEN(?text) > 50)
                        }""")).isNotEmpty();
    }

    @Test
    @Tag("D-11")
    void everyGraphOfAnArticleConformsToThePublishedShapes() {
        Shapes shapes = Shapes.parse(Ontology.shapes());
        store.read(present -> {
            assertThat(present.stream(Node.ANY, Node.ANY, Rdf.type, Kh.Article)
                            .map(Quad::getGraph)
                            .distinct())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(graph -> {
                        Graph known = GraphFactory.createDefaultGraph();
                        GraphUtil.addInto(known, present.getGraph(graph));
                        assertThat(ShaclValidator.get().validate(shapes, known).conforms())
                                .as(graph.getURI())
                                .isTrue();
                    });
            return shapes;
        });
    }

    @Test
    void nothingIsWithoutAName() {
        assertThat(described.stream()
                        .filter(triple -> triple.getSubject().isBlank()
                                || triple.getObject().isBlank()))
                .isEmpty();
    }

    @Test
    @Tag("D-02")
    void theDescriptionIsKeptInTheDataAndFollowsIt() {
        try (Store own = Store.inMemory(new Base("https://khabar.example/"))) {
            SelfDescription description = new SelfDescription(own, queries, Optional.empty());
            long counted = own.version();
            description.graph();
            assertThat(own.write(present -> description.changes())).isEqualTo(counted + 1);
            assertThat(own.<Long>read(present -> present.getGraph(own.base().graph("dataset")).stream()
                            .filter(triple -> triple.getSubject().getURI().startsWith("https://khabar.example/dataset"))
                            .count()))
                    .isGreaterThan(100);
            // Counted anew it is the same: what describes is not counted.
            description.graph();
            assertThat(own.write(present -> description.changes())).isEqualTo(counted + 1);
        }
    }
}
