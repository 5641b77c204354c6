package khabar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.event.Context;
import khabar.event.EventCode;
import khabar.event.EventType;
import khabar.event.Means;
import khabar.event.People;
import khabar.event.Role;
import khabar.event.Status;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Ontology;
import khabar.vocab.Rdf;
import khabar.vocab.Skos;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The enums of the event package and the event scheme say the same, both ways. */
class EventSchemeTest {
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Graph SCHEME = Ontology.eventTypes();

    @Test
    void typesAndModesAreEqualSets() {
        Set<Node> codes = Arrays.stream(EventType.values())
                .flatMap(type -> Stream.concat(
                        Stream.of(EventCode.of(type)),
                        type.modes().stream().map(mode -> EventCode.of(type, mode.name()))))
                .map(code -> Khe.concept(code.notation()))
                .collect(Collectors.toSet());
        assertThat(codes).hasSize(16 + 67);
        assertThat(concepts(Khe.Scheme)).isEqualTo(codes);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void numbersOfATypeAreEqual(EventType type) {
        Node concept = Khe.concept(type.name());
        assertThat(objects(concept, Kh.score)).containsExactly(Literals.decimal(type.score()));
        assertThat(objects(concept, Kh.quadClass)).containsExactly(Khe.quad(type.quad()));
        assertThat(objects(concept, Kh.recipientRequired)).hasSize(1);
        assertThat(objects(concept, Skos.notation)).containsExactly(Literals.string(type.name()));
        for (EventType.Mode mode : type.modes()) {
            Node narrower = Khe.concept(EventCode.of(type, mode.name()).notation());
            assertThat(objects(narrower, Skos.broader)).containsExactly(concept);
            assertThat(objects(narrower, Kh.quadClass)).containsExactly(Khe.quad(type.quad()));
            assertThat(objects(narrower, Kh.score).stream().findFirst())
                    .as(narrower.getURI())
                    .isEqualTo(mode.score().map(Literals::decimal));
        }
    }

    @Test
    void onlyThreeTypesMustHaveARecipient() {
        assertThat(SCHEME.stream(Node.ANY, Kh.recipientRequired, Literals.bool(true))
                        .map(Triple::getSubject))
                .containsExactlyInAnyOrder(Khe.concept("COOPERATE"), Khe.concept("AID"), Khe.concept("SANCTION"));
    }

    @Test
    void contextsAreEqualSets() {
        assertThat(concepts(Khe.contexts))
                .isEqualTo(Arrays.stream(Context.values())
                        .map(context -> Khe.context(context.word()))
                        .collect(Collectors.toSet()));
    }

    @Test
    void kindsOfPeopleAreEqualSets() {
        assertThat(concepts(Khe.people))
                .isEqualTo(People.kinds().stream().map(Khe::people).collect(Collectors.toSet()));
    }

    @Test
    void meansAreEqualSets() {
        assertThat(concepts(Khe.means))
                .isEqualTo(Means.keys().stream().map(Khe::means).collect(Collectors.toSet()));
    }

    @Test
    void statusesAndRolesAreEqualSets() {
        Graph terms = Ontology.terms();
        assertThat(terms.stream(Node.ANY, Rdf.type, Kh.Status).map(Triple::getSubject))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Status.values())
                        .map(ReportTriples::status)
                        .toList());
        assertThat(terms.stream(Node.ANY, Rdf.type, Kh.Role).map(Triple::getSubject))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(ReportTriples::role).toList());
        for (Status status : Status.values()) {
            assertThat(ReportTriples.status(status).getLocalName().toLowerCase(Locale.ROOT))
                    .isEqualTo(status.word());
        }
    }

    @Test
    void everyConceptIsNamedInBothLanguagesAndAllButCameoDefined() {
        for (Node scheme : List.of(Khe.Scheme, Khe.contexts, Khe.quads, Khe.people, Khe.means, Khe.cameo)) {
            for (Node concept : concepts(scheme)) {
                assertInBothLanguages(concept, Skos.prefLabel);
                assertThat(objects(concept, Skos.notation)).as(concept.getURI()).hasSize(1);
                if (!scheme.equals(Khe.cameo)) {
                    assertInBothLanguages(concept, Skos.definition);
                }
            }
        }
        assertThat(concepts(Khe.quads)).hasSize(4);
    }

    @Test
    void namesTellTypesAndModesApart() {
        for (String language : List.of("en", "ar")) {
            List<String> labels = concepts(Khe.Scheme).stream()
                    .flatMap(concept -> objects(concept, Skos.prefLabel).stream())
                    .filter(label -> label.getLiteralLanguage().equals(language))
                    .map(Node::getLiteralLexicalForm)
                    .toList();
            assertThat(labels).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "042,CONSULT-visit,''",
        "043,CONSULT-visit,''",
        "195,ASSAULT-aerial,military",
        "073,AID,''",
        "1033,REQUEST,''",
        "1712,ASSAULT,''",
        "163,COERCE-restrict,diplomatic",
        "0874,RETREAT-disarm,military"
    })
    void codesOfCameoAreMapped(String code, String notation, String context) {
        Node concept = Khe.cameo(code);
        assertThat(objects(concept, Skos.broadMatch)).containsExactly(Khe.concept(notation));
        assertThat(objects(concept, Kh.context))
                .isEqualTo(context.isEmpty() ? List.of() : List.of(Khe.context(context)));
    }

    @Test
    void everyCodeOfCameoLeadsToOneConceptThatIsThere() {
        Set<Node> codes = concepts(Khe.cameo);
        assertThat(codes).hasSize(256);
        Set<Node> known = concepts(Khe.Scheme);
        Set<Node> contexts = concepts(Khe.contexts);
        for (Node code : codes) {
            assertThat(objects(code, Skos.broadMatch))
                    .as(code.getURI())
                    .hasSize(1)
                    .allMatch(known::contains);
            assertThat(objects(code, Kh.context)).allMatch(contexts::contains);
        }
    }

    @Test
    void nothingInTheSchemeIsWithoutAScheme() {
        Set<String> schemed = SCHEME.stream(Node.ANY, Rdf.type, Skos.Concept)
                .map(triple -> triple.getSubject().getURI())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(schemed)
                .hasSize(16
                        + 67
                        + 37
                        + 4
                        + 256
                        + People.kinds().size()
                        + Means.keys().size());
    }

    private static Set<Node> concepts(Node scheme) {
        return SCHEME.stream(Node.ANY, Skos.inScheme, scheme)
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }

    private static List<Node> objects(Node subject, Node property) {
        return SCHEME.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
    }

    private static void assertInBothLanguages(Node concept, Node property) {
        List<Node> texts = objects(concept, property);
        assertThat(texts.stream().map(Node::getLiteralLanguage))
                .as("%s of %s", property, concept)
                .containsExactlyInAnyOrder("en", "ar");
        assertThat(texts)
                .allMatch(text -> ARABIC.matcher(text.getLiteralLexicalForm()).find()
                        == text.getLiteralLanguage().equals("ar"));
    }
}
