package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import khabar.article.ArticleLine;
import khabar.article.SourceRef;
import khabar.gazetteer.Gazetteer;
import khabar.names.Budget;
import khabar.names.MentionRecogniser;
import khabar.store.Store;
import khabar.text.SegmentedArticle;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

/** What the graph says of an article that the chosen recogniser gave up, and how it is mended. */
class RecogniserGaveUpTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final String ARTICLE = """
            {"id":"1","source":"Harbour Gazette","published":"2017-09-13","language":"en",\
            "body":"Russian Defence Minister Sergei Shoigu visited Damascus on Tuesday."}""";

    private final Store store = Store.empty(Base.LOCAL);

    /** Finds nothing, and that only in time. */
    private record Blind(AtomicBoolean inTime) implements MentionRecogniser {
        @Override
        public Info info() {
            return new Info("blind", Set.of("en"), 0.8);
        }

        @Override
        public Recognised names(SegmentedArticle text, Budget budget) {
            return inTime.get()
                    ? new Recognised.Names(Stream.generate(List::<Found>of)
                            .limit(text.sentences().size())
                            .toList())
                    : new Recognised.GaveUp("too late");
        }
    }

    @Test
    void anArticleThatWasGivenUpIsReadAgainByTheNextReread() {
        AtomicBoolean inTime = new AtomicBoolean();
        Ingest ingest = new Ingest(Reader.of(GAZETTEER, new Blind(inTime), Duration.ofSeconds(1)), store, CLOCK);

        assertThat(ingest.ingest(ArticleLine.read(new SourceRef("test.jsonl", 1), ARTICLE)))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(readerVersions()).containsExactly(Reader.VERSION);

        inTime.set(true);
        assertThat(ingest.reread((done, all) -> {}).changed()).isEqualTo(1);
        assertThat(readerVersions()).containsExactly(Reader.VERSION + " blind");
        assertThat(ingest.reread((done, all) -> {}).unchanged()).isEqualTo(1);

        Ingest usual = new Ingest(Reader.of(GAZETTEER), store, CLOCK);
        assertThat(usual.reread((done, all) -> {}).changed()).isEqualTo(1);
        assertThat(readerVersions()).containsExactly(Reader.VERSION);
    }

    private List<String> readerVersions() {
        return store.read(present -> present.stream(Node.ANY, Node.ANY, Kh.readerVersion, Node.ANY)
                .map(Quad::getObject)
                .map(Node::getLiteralLexicalForm)
                .toList());
    }
}
