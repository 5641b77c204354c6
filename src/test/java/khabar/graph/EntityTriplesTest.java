package khabar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Gazetteer;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Wgs84;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the gazetteer that the program ships with. */
class EntityTriplesTest {
    private static final Base BASE = new Base("https://news.example/");
    private static final Known KNOWN = Known.by(Gazetteer.load());

    static Stream<Entity> entities() {
        return Stream.of(
                Entity.person("sergei-shoigu"),
                Entity.person("bashar-al-assad"),
                Entity.person("antonio-guterres"),
                Entity.organisation("islamic-state"),
                Entity.organisation("syrian-army"),
                Entity.organisation("irq-army"),
                Entity.organisation("rus"),
                Entity.place("damascus-170654"),
                Entity.place("syr"));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void whatAThingHangsOnIsDescribedWithIt(Entity entity) {
        EntityTriples triples = new EntityTriples(BASE, KNOWN);
        assertThat(triples.say(entity)).contains(BASE.resolve(entity.path()));
        Graph graph = triples.gazetteer();
        assertThat(graph.stream()).allSatisfy(triple -> {
            Node object = triple.getObject();
            assertThat(object.isBlank()).isFalse();
            if (object.isURI() && BASE.parse(object.getURI()).isPresent()) {
                assertThat(graph.contains(object, Rdf.type, Node.ANY))
                        .as(object.getURI())
                        .isTrue();
            }
            if (object.isLiteral()) {
                assertThat(object.getLiteralLexicalForm()).isNotBlank();
                assertThat(object.getLiteral().isWellFormed()).isTrue();
            }
        });
        assertThat(graph.stream(BASE.resolve(entity.path()), Rdfs.label, Node.ANY))
                .isNotEmpty();
    }

    @Test
    void aCityLiesInItsAreaAndThatInItsCountryWithCoordinates() {
        EntityTriples triples = new EntityTriples(BASE, KNOWN);
        Node damascus = triples.say(Entity.place("damascus-170654")).orElseThrow();
        Graph graph = triples.gazetteer();
        Node area = object(graph, damascus, Kh.within);
        assertThat(object(graph, area, Kh.within)).isEqualTo(BASE.id("place", "syr"));
        assertThat(graph.contains(damascus, Wgs84.lat, Node.ANY)).isTrue();
        assertThat(graph.contains(BASE.id("place", "syr"), Kh.pointDerived, Literals.bool(true)))
                .isTrue();
    }

    @Test
    void officesSayWhoseTheyAreAndHowLong() {
        EntityTriples triples = new EntityTriples(BASE, KNOWN);
        Node shoigu = triples.say(Entity.person("sergei-shoigu")).orElseThrow();
        triples.say(Entity.person("antonio-guterres"));
        Graph graph = triples.gazetteer();
        Node office = object(graph, shoigu, Kh.hasTenure);
        assertThat(object(graph, office, Kh.officeOf)).isEqualTo(BASE.id("organisation", "rus"));
        assertThat(graph.contains(office, Kh.from, Literals.partialDate("2012-11-06")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Kh.officeOf, BASE.id("organisation", "united-nations")))
                .isTrue();
    }

    @Test
    void ofWhatNobodyKnowsNothingIsSaid() {
        EntityTriples triples = new EntityTriples(BASE, KNOWN);
        assertThat(triples.say(Entity.person("nobody-at-all"))).isEmpty();
        assertThat(triples.gazetteer().isEmpty()).isTrue();
    }

    @Test
    void aSourceThatIsAListedOrganisationHasItsKey() {
        Entity agency = Entity.organisation("reuters");
        assertThat(KNOWN.entry(agency)).isPresent();
        assertThat(List.of(SourceKey.of("Reuters", KNOWN), SourceKey.of("رويترز", KNOWN)))
                .containsOnly("reuters");
    }

    private static Node object(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .findFirst()
                .orElseThrow();
    }
}
