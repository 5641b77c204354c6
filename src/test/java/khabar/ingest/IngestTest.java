package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.article.ArticleFiles;
import khabar.article.Form;
import khabar.article.Parsed;
import khabar.gazetteer.Gazetteer;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class IngestTest {
    private static final Reader READER = Reader.of(Gazetteer.load());
    private static final String ARABIC = """
            First Published: 2017-09-12

            وزير الخارجية الفرنسي يزور بغداد

            الوزير يلتقي رئيس الوزراء العراقي.

            وكالة التجربة

            بغداد – التقى وزير الخارجية الفرنسي جان إيف لودريان الثلاثاء برئيس الوزراء العراقي حيدر العبادي في بغداد.
            """;

    private final Store store = Store.empty(Base.LOCAL);
    private final Ingest ingest = new Ingest(READER, store, at("2026-11-23T10:00:00Z"));

    @Test
    void storesAnArticleInAGraphOfItsOwn() {
        Outcome outcome = ingest.ingest(text(ARABIC));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Stored.class, stored -> {
            assertThat(stored.replaced()).isFalse();
            assertThat(graph(stored.key())).isNotEmpty();
        });
    }

    @Test
    void readingTheSameTextAgainChangesNothing() {
        ingest.ingest(text(ARABIC));
        Set<Quad> before = everything();
        long version = store.version();

        Ingest nextDay = new Ingest(READER, store, at("2026-11-24T10:00:00Z"));

        assertThat(nextDay.ingest(text(ARABIC))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(everything()).isEqualTo(before);
        assertThat(store.version()).isEqualTo(version);
    }

    @Test
    void aVersionThatWasCorrectedDoesNotComeBack() {
        String version = "{\"id\":\"1\",\"source\":\"Example\",\"body\":\"The minister arrived in %s on Monday.\"%s}";
        String first = version.formatted("Paris", "");
        String corrected = version.formatted("Rome", ",\"modified\":\"2017-09-12T12:00:00Z\"");
        Outcome stored = ingest.ingest(json(first));
        assertThat(ingest.ingest(json(corrected))).isEqualTo(new Outcome.Stored(key(stored), true));
        Set<Quad> before = everything();

        assertThat(ingest.ingest(json(first))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(ingest.ingest(json(version.formatted("Bonn", ",\"modified\":\"2017-09-12T11:00:00Z\""))))
                .isInstanceOf(Outcome.Unchanged.class);
        assertThat(ingest.ingest(json(corrected))).isInstanceOf(Outcome.Unchanged.class);
        assertThat(everything()).isEqualTo(before);

        assertThat(ingest.ingest(json(version.formatted("Oslo", "")))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void aLaterVersionThatComesWhileAnEarlierOneIsReadStays() {
        String version = "{\"id\":\"1\",\"source\":\"Example\",\"body\":\"The minister arrived in %s on Monday.\"%s}";
        String first = version.formatted("Paris", ",\"modified\":\"2017-09-12T11:00:00Z\"");
        String corrected = version.formatted("Rome", ",\"modified\":\"2017-09-12T12:00:00Z\"");
        List<Outcome> meanwhile = new ArrayList<>();
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (meanwhile.isEmpty()) {
                    meanwhile.add(ingest.ingest(json(corrected)));
                }
                return Instant.parse("2026-11-23T10:00:00Z");
            }
        };

        Outcome late = new Ingest(READER, store, clock).ingest(json(first));

        assertThat(meanwhile).hasOnlyElementsOfType(Outcome.Stored.class).hasSize(1);
        assertThat(late).isEqualTo(new Outcome.Unchanged(key(meanwhile.getFirst())));
        assertThat(object(key(late), Schema.dateModified).getLiteralLexicalForm())
                .startsWith("2017-09-12T12:00");
    }

    @Test
    void aChangedTextReplacesTheGraphAndKeepsWhenItWasFirstRead() {
        String first = "{\"id\":\"1\",\"source\":\"Example\",\"body\":\"The minister arrived in Paris on Monday.\"}";
        String second = "{\"id\":\"1\",\"source\":\"Example\",\"body\":\"The minister arrived in Rome on Monday.\"}";
        Outcome stored = ingest.ingest(json(first));
        Node before = object(key(stored), Kh.firstRead);
        Node hash = object(key(stored), Kh.textHash);

        Outcome replaced = new Ingest(READER, store, at("2026-11-25T10:00:00Z")).ingest(json(second));

        assertThat(replaced).isEqualTo(new Outcome.Stored(key(stored), true));
        assertThat(object(key(stored), Kh.firstRead)).isEqualTo(before);
        assertThat(object(key(stored), Kh.textHash)).isNotEqualTo(hash);
    }

    @Test
    void newTermsAreAChangeThoughTheTextIsTheSame() {
        String open =
                "{\"id\":\"1\",\"headline\":\"A visit\",\"body\":\"The minister arrived in Paris.\",\"terms\":\"quotes\"}";
        Outcome stored = ingest.ingest(json(open));

        assertThat(ingest.ingest(json(open.replace("quotes", "metadata"))))
                .isEqualTo(new Outcome.Stored(key(stored), true));
        assertThat(ingest.ingest(json(open.replace("quotes", "metadata"))))
                .isEqualTo(new Outcome.Unchanged(key(stored)));
        assertThat(ingest.ingest(json(open))).isEqualTo(new Outcome.Stored(key(stored), true));
    }

    @Test
    void anArticleThatWasRemovedCanComeBack() {
        String key = key(ingest.ingest(text(ARABIC)));

        assertThat(ingest.remove(key)).isTrue();
        assertThat(graph(key)).isEmpty();
        assertThat(ingest.remove(key)).isFalse();
        assertThat(ingest.ingest(text(ARABIC))).isEqualTo(new Outcome.Stored(key, false));
    }

    @Test
    void countsWhatBecameOfEachLineAndGoesOnAfterABadOne() throws IOException {
        String lines = """
                {"id":"1","body":"The minister arrived in Paris."}
                {"id":"2","body":
                {"id":"3"}
                {"id":"4","body":"The minister arrived in Rome."}
                {"id":"4","body":"The minister arrived in Rome."}
                """;

        IngestReport report =
                ingest.ingestAll(taker -> ArticleFiles.read("day.jsonl", stream(lines), Form.JSON, taker));

        assertThat(report.line()).isEqualTo("read 5: 2 new, 0 changed, 1 unchanged, 2 refused");
        assertThat(report.refusals()).extracting(IngestReport.Refusal::line).containsExactly(2, 3);
        assertThat(report.refusals()).extracting(IngestReport.Refusal::file).containsOnly("day.jsonl");
    }

    @Test
    void reportsAddUp() {
        IngestReport.Refusal refusal = new IngestReport.Refusal("a.txt", 1, "is empty");
        IngestReport one = new IngestReport(3, 1, 1, 0, 1, List.of(refusal));

        assertThat(one.plus(one)).isEqualTo(new IngestReport(6, 2, 2, 0, 2, List.of(refusal, refusal)));
        assertThat(one.plus(IngestReport.NOTHING)).isEqualTo(one);
    }

    private Set<Quad> everything() {
        return store.read(present -> present.stream().collect(Collectors.toSet()));
    }

    private List<Quad> graph(String key) {
        Node name = Base.LOCAL.articleGraph(key);
        return store.read(
                present -> present.stream(name, Node.ANY, Node.ANY, Node.ANY).toList());
    }

    private Node object(String key, Node property) {
        return graph(key).stream()
                .filter(quad -> quad.getSubject().equals(Base.LOCAL.id("article", key)))
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .findFirst()
                .orElseThrow();
    }

    private static String key(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored stored -> stored.key();
            case Outcome.Unchanged same -> same.key();
            case Outcome.Refused no -> throw new AssertionError(no.problem().message());
        };
    }

    private static Parsed text(String text) {
        return read(text, Form.TEXT);
    }

    private static Parsed json(String line) {
        return read(line, Form.JSON);
    }

    private static Parsed read(String text, Form form) {
        List<Parsed> read = new ArrayList<>();
        try {
            ArticleFiles.read("test", stream(text), form, read::add);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return read.getFirst();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }
}
