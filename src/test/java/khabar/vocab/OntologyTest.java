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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OntologyTest {
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
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
    void theOntologySaysItsVersion() {
        Node ontology = NodeFactory.createURI(Kh.ONTOLOGY);
        assertThat(objects(terms, ontology, Owl.versionInfo)).containsExactly(Literals.string("0.1.0"));
        assertThat(objects(terms, ontology, Dct.license)).hasSize(1);
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
