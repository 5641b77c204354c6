package khabar.graph;

import static khabar.Graphs.assertSameGraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import khabar.Graphs;
import khabar.article.Terms;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Skos;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class ArticleMapperTest {
    private static final Base BASE = new Base("https://news.example/");
    private final ArticleMapper mapper = Fixtures.mapper();

    @Test
    void anArabicArticleIsSaidInFull() {
        ArticleGraph visit = mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN);
        assertSameGraph(visit.graph(), "visit-to-damascus.ttl");
        assertSameGraph(visit.gazetteer(), "visit-to-damascus.gazetteer.ttl");
        assertThat(visit.name()).isEqualTo(BASE.articleGraph("0123456789abcdef"));
    }

    @Test
    void anEnglishArticleIsSaidInFull() {
        ArticleGraph siege = mapper.map(Fixtures.siegeOfATown(), Fixtures.RUN);
        assertSameGraph(siege.graph(), "siege-of-a-town.ttl");
        assertSameGraph(siege.gazetteer(), "siege-of-a-town.gazetteer.ttl");
    }

    @Test
    void bothPassTheGateAndSurviveTurtle() {
        ShapeGate gate = ShapeGate.load();
        for (ArticleGraph article : List.of(
                mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN),
                mapper.map(Fixtures.visitToDamascus(Terms.METADATA), Fixtures.RUN),
                mapper.map(Fixtures.siegeOfATown(), Fixtures.RUN))) {
            assertThat(gate.check(article)).isEmpty();
            for (Graph graph : List.of(article.graph(), article.gazetteer())) {
                assertSameGraph(Graphs.turtle(Graphs.toTurtle(graph)), graph);
            }
        }
    }

    @Test
    void mappingAgainSaysTheSame() {
        OffsetDateTime first = OffsetDateTime.parse("2017-09-12T10:00:00Z");
        assertSameGraph(
                mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN, first)
                        .graph(),
                mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN, first)
                        .graph());
    }

    @Test
    void whereTheTermsForbidItNoWordOfTheArticleIsShown() {
        ArticleGraph closed = mapper.map(Fixtures.visitToDamascus(Terms.METADATA), Fixtures.RUN);
        for (Node property : List.of(Schema.headline, Kh.exact, Kh.partyText, Kh.relatedHeadline)) {
            assertThat(closed.graph().contains(Node.ANY, property, Node.ANY)).isFalse();
        }
        assertThat(closed.gazetteer().contains(Node.ANY, Skos.hiddenLabel, Node.ANY))
                .isFalse();
        assertThat(closed.graph().contains(Node.ANY, Kh.start, Node.ANY)).isTrue();
        assertThat(closed.graph()
                        .contains(
                                BASE.id("article", "0123456789abcdef"),
                                Rdfs.label,
                                Literals.english("Article of 12 September 2017")))
                .isTrue();
    }

    @Test
    void aMisspellingIsKeptAndAShortFormIsNone() {
        Graph gazetteer =
                mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN).gazetteer();
        assertThat(gazetteer.stream(Node.ANY, Skos.hiddenLabel, Node.ANY).map(Triple::getObject))
                .containsExactly(Literals.arabic("سيرغي شويو"));
    }

    @Test
    void namesInHeadlinesOfOtherArticlesAreNotMentioned() {
        ArticleGraph visit = mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN);
        assertThat(visit.graph().contains(Node.ANY, Node.ANY, BASE.id("place", "rus")))
                .isFalse();
    }

    @Test
    void anOfficeIsHeldOnTheDayOfTheEvent() {
        Graph graph =
                mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN).graph();
        assertThat(graph.stream(Node.ANY, Kh.heldOffice, Node.ANY).map(Triple::getObject))
                .containsExactly(BASE.id("tenure", "sergei-shoigu-1"));
    }

    @Test
    void aSentenceThatTellsTwoEventsIsOneMentionForEach() {
        Graph graph =
                mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN).graph();
        List<Node> sentences = graph.stream(Node.ANY, Kh.evidence, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .toList();
        assertThat(sentences).hasSize(3);
        for (Node sentence : sentences) {
            assertThat(graph.stream(sentence, Kh.triggerStart, Node.ANY)).hasSize(1);
        }
    }

    @Test
    void statesAndTheirCountriesLeadToEachOther() {
        Graph gazetteer = mapper.map(Fixtures.siegeOfATown(), Fixtures.RUN).gazetteer();
        assertThat(gazetteer.contains(BASE.id("organisation", "syr"), Kh.statePlace, BASE.id("place", "syr")))
                .isTrue();
        assertThat(gazetteer.contains(BASE.id("place", "syr"), Kh.stateActor, BASE.id("organisation", "syr")))
                .isTrue();
    }

    @Test
    void everyThingThatIsNamedIsDescribed() {
        for (ArticleGraph article : List.of(
                mapper.map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN),
                mapper.map(Fixtures.siegeOfATown(), Fixtures.RUN))) {
            List.of(article.graph(), article.gazetteer()).stream()
                    .flatMap(Graph::stream)
                    .map(Triple::getObject)
                    .filter(node -> node.isURI() && BASE.parse(node.getURI()).isPresent())
                    .forEach(node -> assertThat(List.of(article.graph(), article.gazetteer()))
                            .as(node.getURI())
                            .anyMatch(graph -> graph.contains(node, Rdf.type, Node.ANY)
                                    || graph.contains(node, Kh.nameForm, Node.ANY)));
        }
    }
}
