package khabar.merge;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.store.Changes;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Store;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in {@code queries/check} finds nothing in good data, and what it is for in bad data. */
class ChecksTest {
    private static final Queries QUERIES = Queries.load();

    private static Store store;

    @Test
    void theChecksFindNothingInWhatMergingMakes() {
        assertThat(QUERIES.in("check"))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(found(check)).as(check.title()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "report-without-event | :g { <id/report/x-1> a kh:EventReport }",
                "event-without-report | :g { <id/event/x-1> a kh:Event }",
                "replaced-event-still-told | :g { <id/event/x-1> dct:isReplacedBy <id/event/a1-10> ; kh:eventType khe:ASSAULT }",
                "replaced-by-replaced | :g { <id/event/x-1> dct:isReplacedBy <id/event/y-1> . <id/event/y-1> dct:isReplacedBy <id/event/a1-10> }",
                "wrong-article-count | :g { <id/event/a2-10> kh:articleCount 7 }",
                "shortcut-on-report | :g { <id/report/a1-10> kh:actor <id/person/boris> }",
                "label-in-two-graphs | :g { <id/person/boris> rdfs:label 'B'@en } :h { <id/person/boris> rdfs:label 'B'@en }",
                "words-against-terms | :g { <id/article/x> kh:terms 'metadata' ; schema:headline 'No'@en }",
                "words-against-terms | :g { <id/article/x> kh:terms 'metadata' ; rdfs:label 'No'@en }",
                "words-against-terms | :g { <id/article/x> kh:terms 'metadata' . <id/report/x> kh:reportedIn <id/article/x> ; kh:hasParticipation <id/participation/x> . <id/participation/x> kh:partyText 'No'@en }",
                "words-against-terms | :g { <id/article/x> kh:terms 'full' ; kh:statedTerms 'quotes' }",
                "body-in-graph | :g { <id/article/x> schema:articleBody 'All of it'@en }",
                "blank-node | :g { <id/article/x> schema:author [] }",
                "wrong-event-count | :g { <id/storyline/x> kh:eventCount 3 ; kh:hasSlot <id/slot/x> . <id/slot/x> kh:contains <id/event/a2-10> }",
                "storyline-without-event | :g { <id/slot/x> kh:contains <id/event/x-1> }",
                "slot-against-time | :g { <id/slot/x> kh:follows <id/slot/y> }",
                "slot-without-storyline | :g { <id/slot/x> a kh:Slot }",
                "empty-mention | :g { <id/mention/x> kh:start 4 ; kh:end 4 }",
            })
    void eachCheckFindsWhatItIsFor(String check, String trig) {
        List<Quad> wrong = new ArrayList<>();
        DatasetGraph parsed =
                RDFParser.fromString("""
                        PREFIX : <https://news.example/graph/>
                        PREFIX kh: <https://w3id.org/khabar/ns#>
                        PREFIX khe: <https://w3id.org/khabar/event-types#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX schema: <http://schema.org/>
                        PREFIX dct: <http://purl.org/dc/terms/>
                        """ + trig, Lang.TRIG).base(BASE.iri()).toDatasetGraph();
        parsed.find().forEachRemaining(wrong::add);
        store.write(present -> new Changes(Map.of(), List.of(), wrong, List.of()));
        assertThat(found(QUERIES.get("check/" + check))).isNotEmpty();
        store.write(present -> new Changes(Map.of(), wrong, List.of(), List.of()));
        assertThat(found(QUERIES.get("check/" + check))).isEmpty();
    }

    /** As corrections leave it behind. */
    @Test
    void whatIsNoMoreIsNotMissed() {
        Node gone = BASE.id("report", "a2-30");
        List<Quad> said = List.of(
                Quad.create(BASE.graph("history"), gone, Rdf.type, Kh.EventReport),
                Quad.create(
                        BASE.graph("history"),
                        gone,
                        Prov.invalidatedAtTime,
                        Literals.dateTime(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC))));
        store.write(present -> new Changes(Map.of(), List.of(), said, List.of()));
        theChecksFindNothingInWhatMergingMakes();
        store.write(present -> new Changes(Map.of(), said, List.of(), List.of()));
    }

    @Test
    void everyCheckIsTried() {
        assertThat(QUERIES.in("check")).hasSize(15);
    }

    private static List<Row> found(NamedQuery check) {
        return store.select(check, Map.of(), row -> row);
    }

    @BeforeAll
    static void fill() {
        store = Store.inMemory(BASE);
        Merger merger = new Merger(BASE, Clock.systemUTC());
        List.of(
                        Story.of("a1", "2017-09-14", visit(10, "2017-09-12", "damascus")),
                        Story.of("a2", "2017-09-13", visit(10, "2017-09-12", "damascus"), visit(20, "", "moscow")),
                        Story.of("a3", "2017-09-12", visit(10, "2017-09-12", "damascus")))
                .forEach(story -> store.write(present -> merger.replace(present, story.graph())));
        store.write(present -> merger.remove(present, "a3"));
    }

    @AfterAll
    static void close() {
        store.close();
    }
}
