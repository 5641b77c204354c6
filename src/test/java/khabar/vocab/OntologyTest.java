package khabar.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OntologyTest {
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Node STATUS =
            NodeFactory.createURI("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status");
    private final Graph terms = Ontology.terms();

    @Test
    void constantsAndTermsAreEqualSets() {
        Set<String> constants = Arrays.stream(Kh.class.getFields())
                .filter(field -> field.getType() == Node.class && Modifier.isStatic(field.getModifiers()))
                .map(field -> Kh.NAMESPACE + field.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names(terms, Kh.NAMESPACE)).isEqualTo(constants);
    }

    @Test
    void constantsAreSpelledAsTheLocalNames() throws IllegalAccessException {
        for (var field : Kh.class.getFields()) {
            if (field.getType() == Node.class) {
                assertThat(((Node) field.get(null)).getURI()).isEqualTo(Kh.NAMESPACE + field.getName());
            }
        }
    }

    @Test
    void everyTermIsDescribedInBothLanguagesAndSaysWhereItIsDefined() {
        for (String name : names(terms, Kh.NAMESPACE)) {
            Node term = NodeFactory.createURI(name);
            for (Node property : List.of(Rdfs.label, Rdfs.comment)) {
                assertInBothLanguages(terms, term, property);
            }
            assertThat(objects(terms, term, Rdfs.isDefinedBy))
                    .as(name)
                    .containsExactly(NodeFactory.createURI(Kh.ONTOLOGY));
        }
    }

    @Test
    void everyPropertySaysWhatItIsOfAndWhatItTakes() {
        for (Node kind : List.of(Owl.ObjectProperty, Owl.DatatypeProperty)) {
            terms.find(Node.ANY, Rdf.type, kind).mapWith(Triple::getSubject).forEach(property -> {
                assertThat(objects(terms, property, Rdfs.domain, Schema.domainIncludes))
                        .as(property.getURI())
                        .isNotEmpty();
                assertThat(objects(terms, property, Rdfs.range, Schema.rangeIncludes))
                        .as(property.getURI())
                        .isNotEmpty();
            });
        }
    }

    @Test
    void whatATermIsSaidToBeOfOursIsATermOfOurs() {
        Set<String> known = names(terms, Kh.NAMESPACE);
        assertThat(terms.stream()
                        .map(Triple::getObject)
                        .filter(object -> object.isURI() && object.getURI().startsWith(Kh.NAMESPACE))
                        .map(Node::getURI))
                .allMatch(known::contains);
    }

    @Test
    void whatTheGazetteerSaysInOurWordsIsDescribed() throws IOException {
        Set<String> known = names(terms, Kh.NAMESPACE);
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("rdf", "gazetteer"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".ttl")).toList()) {
                RDFParser.source(file)
                        .base("http://news.example/")
                        .checking(false)
                        .parse(new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                Stream.of(triple.getPredicate(), triple.getObject())
                                        .filter(node ->
                                                node.isURI() && node.getURI().startsWith(Kh.NAMESPACE))
                                        .forEach(node -> used.add(node.getURI()));
                            }
                        });
            }
        }
        assertThat(used).isSubsetOf(known);
    }

    @Test
    void alignmentsKeepClearOfTheTraps() {
        List<String> used = Stream.concat(terms.stream(), Ontology.eventTypes().stream())
                .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject()))
                .filter(Node::isURI)
                .map(Node::getURI)
                .toList();
        assertThat(used)
                .doesNotContain(
                        Lode.NAMESPACE + "atTime",
                        Lode.NAMESPACE + "inSpace",
                        Owl.NAMESPACE + "disjointWith",
                        Owl.NAMESPACE + "equivalentClass",
                        Schema.NAMESPACE + "participant",
                        Schema.NAMESPACE + "articleBody");
        assertThat(used).noneMatch(iri -> iri.startsWith("https://schema.org"));
        assertThat(objects(terms, Kh.reports, Rdfs.subPropertyOf)).isEmpty();
        assertThat(terms.find(Node.ANY, Rdfs.subPropertyOf, Lode.involvedAgent)
                        .mapWith(Triple::getSubject)
                        .toList())
                .containsExactly(Kh.hasParticipant);
        assertThat(terms.find(Node.ANY, Rdfs.subPropertyOf, Lode.atPlace)
                        .mapWith(Triple::getSubject)
                        .toList())
                .containsExactly(Kh.place);
    }

    @Test
    @Tag("O-02")
    void theOntologySaysItsVersionAndTheOneBefore() {
        Node ontology = NodeFactory.createURI(Kh.ONTOLOGY);
        assertThat(objects(terms, ontology, Owl.versionInfo)).containsExactly(Literals.string("0.2.0"));
        assertThat(objects(terms, ontology, Owl.versionIRI))
                .containsExactly(NodeFactory.createURI(Kh.ONTOLOGY + "/" + Ontology.version(terms)));
        assertThat(objects(terms, ontology, Owl.priorVersion)).hasSize(1);
        assertThat(objects(terms, ontology, Dct.license)).hasSize(1);
    }

    @Test
    @Tag("O-02")
    void everyTermSaysHowSettledItIsAndSinceWhen() {
        for (String name : names(terms, Kh.NAMESPACE)) {
            Node term = NodeFactory.createURI(name);
            assertThat(objects(terms, term, STATUS))
                    .as("%s: add vs:term_status \"testing\" ; owl:versionInfo \"%s\"", name, Ontology.version(terms))
                    .hasSize(1)
                    .isSubsetOf(Literals.string("stable"), Literals.string("testing"), Literals.string("archaic"));
            assertThat(objects(terms, term, Owl.versionInfo)).as(name).hasSize(1);
        }
    }

    @Test
    @Tag("O-03")
    void termsAreAlignedWithOtherVocabularies() {
        List<String> others = terms.stream()
                .filter(triple -> triple.getSubject().getURI().startsWith(Kh.NAMESPACE))
                .map(Triple::getObject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .toList();
        for (String namespace : List.of(Schema.NAMESPACE, Prov.NAMESPACE, Sem.NAMESPACE, Oa.NAMESPACE)) {
            assertThat(others).as(namespace).anyMatch(iri -> iri.startsWith(namespace));
        }
    }

    /** Whoever has written a query goes on having an answer. */
    @Test
    @Tag("O-04")
    void noTermOfAnEarlierVersionIsTakenAwayOrTurnedIntoSomethingElse() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology", "versions"))) {
            for (Path file : files.toList()) {
                Graph earlier = RDFParser.source(file).toGraph();
                for (String name : names(earlier, Kh.NAMESPACE)) {
                    Node term = NodeFactory.createURI(name);
                    for (Node property : List.of(Rdf.type, Rdfs.range, Rdfs.subClassOf)) {
                        assertThat(objects(terms, term, property))
                                .as("%s %s of %s", name, property, file)
                                .containsAll(objects(earlier, term, property));
                    }
                    assertThat(objects(terms, term, Rdfs.domain, Schema.domainIncludes))
                            .as("%s may be said of more, never of less", name)
                            .containsAll(objects(earlier, term, Rdfs.domain, Schema.domainIncludes));
                    assertThat(objects(terms, term, Rdfs.range))
                            .as("%s takes what it took", name)
                            .hasSameSizeAs(objects(earlier, term, Rdfs.range));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"terms", "event types", "shapes"})
    void noFileHasABlankNode(String file) {
        Graph graph = switch (file) {
            case "terms" -> terms;
            case "shapes" -> Ontology.shapes();
            default -> Ontology.eventTypes();
        };
        assertThat(graph.stream())
                .noneMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank());
    }

    static Set<String> names(Graph graph, String namespace) {
        return graph.stream()
                .map(Triple::getSubject)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(namespace))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Node> objects(Graph graph, Node subject, Node... properties) {
        return Arrays.stream(properties)
                .flatMap(property -> graph.stream(subject, property, Node.ANY))
                .map(Triple::getObject)
                .toList();
    }

    static void assertInBothLanguages(Graph graph, Node term, Node property) {
        List<Node> texts = objects(graph, term, property);
        assertThat(texts.stream().map(Node::getLiteralLanguage))
                .as("%s of %s", property, term)
                .containsExactlyInAnyOrder("en", "ar");
        assertThat(texts)
                .as("%s of %s", property, term)
                .allMatch(text -> ARABIC.matcher(text.getLiteralLexicalForm()).find()
                        == text.getLiteralLanguage().equals("ar"));
    }
}
