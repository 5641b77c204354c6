package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.article.Article;
import khabar.article.ArticleLine;
import khabar.article.Parsed;
import khabar.article.SourceRef;
import khabar.gazetteer.Gazetteer;
import khabar.store.Changes;
import khabar.store.Original;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class RereadTest {
    private static final Reader READER = Reader.of(Gazetteer.load());
    private static final Clock FIRST = at("2026-11-23T10:00:00Z");
    private static final Clock LATER = at("2026-12-24T10:00:00Z");
    private static final String VISIT = """
            {"id":"1","source":"Harbour Gazette","published":"2017-09-13","terms":"full","headline":"A visit",\
            "body":"Russian Defence Minister Sergei Shoigu visited Damascus on Tuesday and met Bashar al-Assad."}""";
    private static final String ATTACK = """
            {"id":"2","source":"Daily Sample","published":"2017-09-13",\
            "body":"Gunmen killed ten people in Mosul on Monday, Ahmad Tarawneh of the relief office said."}""";

    private final Store store = Store.empty(Base.LOCAL);

    @Test
    void whatIsReadAsBeforeStaysAsItIs() {
        ingestBoth();
        Set<Quad> before = everything();
        long version = store.version();
        List<String> progress = new ArrayList<>();

        IngestReport report = new Ingest(READER, store, LATER).reread((done, all) -> progress.add(done + "/" + all));

        assertThat(report.line()).isEqualTo("read 2: 0 new, 0 changed, 2 unchanged, 0 refused");
        assertThat(progress).containsExactly("1/2", "2/2");
        assertThat(everything()).isEqualTo(before);
        assertThat(store.version()).isEqualTo(version);
    }

    @Test
    void otherTermsRewriteTheGraphAndTheOldTermsBringItBack() {
        ingestBoth();
        Map<Node, Graph> before = graphs();
        int originals = originals();

        Ingest strict = new Ingest(READER, store, FIRST, SourceTerms.of(Map.of("harbour-gazette", "metadata")));
        assertThat(strict.againstTerms()).isEqualTo(1);
        assertThat(strict.reread((done, all) -> {}).line())
                .isEqualTo("read 2: 0 new, 1 changed, 1 unchanged, 0 refused");
        assertThat(strict.againstTerms()).isZero();
        assertThat(store.bodies().search("Shoigu", 5)).isEmpty();
        assertThat(graph(articleGraph(VISIT)).find(Node.ANY, Kh.exact, Node.ANY).toList())
                .isEmpty();

        assertThat(new Ingest(READER, store, FIRST).reread((done, all) -> {}).changed())
                .isEqualTo(1);
        Map<Node, Graph> after = graphs();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after)
                .allSatisfy((name, graph) -> assertThat(graph.isIsomorphicWith(before.get(name)))
                        .as(name.toString())
                        .isTrue());
        assertThat(store.bodies().search("Shoigu", 5)).hasSize(1);
        assertThat(originals()).isEqualTo(originals);
    }

    @Test
    void whatAnotherReaderOrGazetteerReadIsReadAnewAndKeepsWhenItWasFirstRead() {
        ingestBoth();
        Set<Quad> before = everything();
        ageRun(VISIT, Kh.readerVersion);
        ageRun(ATTACK, Kh.gazetteerVersion);

        assertThat(new Ingest(READER, store, FIRST).reread((done, all) -> {}).line())
                .isEqualTo("read 2: 0 new, 2 changed, 0 unchanged, 0 refused");
        assertThat(everything()).isEqualTo(before);

        ageRun(VISIT, Kh.readerVersion);
        new Ingest(READER, store, LATER).reread((done, all) -> {});
        assertThat(graph(articleGraph(VISIT))
                        .find(Node.ANY, Kh.firstRead, Node.ANY)
                        .toList())
                .singleElement()
                .satisfies(triple ->
                        assertThat(triple.getObject().getLiteralLexicalForm()).startsWith("2026-11-23"));
        assertThat(graph(articleGraph(VISIT)).contains(Node.ANY, Kh.runDay, Literals.date(LocalDate.of(2026, 12, 24))))
                .isTrue();
    }

    @Test
    void theCurrentVersionIsReadNotTheLastOneArchived() {
        Ingest ingest = new Ingest(READER, store, FIRST);
        ingest.ingest(parsed(ATTACK));
        Original stray = Original.of(accepted(ATTACK.replace("Mosul", "Aleppo")));
        store.write(present -> Changes.archiving(stray));
        Set<Quad> before = everything();
        ageRun(ATTACK, Kh.readerVersion);

        ingest.reread((done, all) -> {});

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatCannotBeReadAnyMoreIsNamedAndStaysAndTheRestGoesOn() {
        ingestBoth();
        Node graph = articleGraph(ATTACK);
        Node article = Base.LOCAL.id("article", accepted(ATTACK).key());
        store.write(present -> new Changes(
                Map.of(),
                present.stream(graph, article, Kh.textHash, Node.ANY).toList(),
                List.of(Quad.create(graph, article, Kh.textHash, Literals.string("0123456789abcdef"))),
                List.of()));
        ageRun(VISIT, Kh.readerVersion);
        Graph before = graph(graph);

        IngestReport report = new Ingest(READER, store, FIRST).reread((done, all) -> {});

        assertThat(report.line()).isEqualTo("read 2: 0 new, 1 changed, 0 unchanged, 1 refused");
        assertThat(report.refusals())
                .singleElement()
                .hasToString("article " + accepted(ATTACK).key() + ": its text is not in the archive; ingest it again");
        assertThat(graph(graph).isIsomorphicWith(before)).isTrue();
    }

    @Test
    void oneArticleCanBeReadAloneAndARemovedOneDoesNotComeBack() {
        ingestBoth();
        Ingest ingest = new Ingest(READER, store, FIRST);
        ageRun(VISIT, Kh.readerVersion);
        ageRun(ATTACK, Kh.readerVersion);
        String key = accepted(VISIT).key();

        assertThat(ingest.reread(key))
                .hasValueSatisfying(report -> assertThat(report.changed()).isEqualTo(1));
        assertThat(ingest.reread(key))
                .hasValueSatisfying(report -> assertThat(report.unchanged()).isEqualTo(1));
        ingest.remove(key);
        assertThat(ingest.reread(key)).isEqualTo(Optional.empty());
        assertThat(ingest.reread((done, all) -> {}).line())
                .isEqualTo("read 1: 0 new, 1 changed, 0 unchanged, 0 refused");
        assertThat(graphs()).doesNotContainKey(articleGraph(VISIT));
    }

    private void ingestBoth() {
        Ingest ingest = new Ingest(READER, store, FIRST);
        assertThat(ingest.ingest(parsed(VISIT))).isInstanceOf(Outcome.Stored.class);
        assertThat(ingest.ingest(parsed(ATTACK))).isInstanceOf(Outcome.Stored.class);
    }

    /** As if an older reader or gazetteer had read the article. */
    private void ageRun(String line, Node property) {
        Node graph = articleGraph(line);
        store.write(present -> {
            List<Quad> now = present.stream(graph, Node.ANY, property, Node.ANY).toList();
            return new Changes(
                    Map.of(),
                    now,
                    now.stream()
                            .map(quad -> Quad.create(graph, quad.getSubject(), property, Literals.string("0")))
                            .toList(),
                    List.of());
        });
    }

    /** But for the number of the commit. */
    private Set<Quad> everything() {
        return store.read(present -> present.stream()
                .filter(quad -> !quad.getGraph().equals(Base.LOCAL.graph("dataset")))
                .collect(Collectors.toSet()));
    }

    private Map<Node, Graph> graphs() {
        Map<Node, Graph> graphs = new HashMap<>();
        everything()
                .forEach(quad -> graphs.computeIfAbsent(quad.getGraph(), name -> GraphFactory.createDefaultGraph())
                        .add(quad.asTriple()));
        return graphs;
    }

    private Graph graph(Node name) {
        return Objects.requireNonNull(graphs().get(name));
    }

    private int originals() {
        List<Original> all = new ArrayList<>();
        store.archive().replay(all::add);
        return all.size();
    }

    private static Node articleGraph(String line) {
        return Base.LOCAL.articleGraph(accepted(line).key());
    }

    private static Article accepted(String line) {
        return switch (parsed(line)) {
            case Parsed.Accepted accepted -> accepted.article();
            case Parsed.Refused refused ->
                throw new AssertionError(refused.problem().message());
        };
    }

    private static Parsed parsed(String line) {
        return ArticleLine.read(new SourceRef("test", 1), line);
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }
}
