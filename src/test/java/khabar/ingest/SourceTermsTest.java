package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.article.ArticleLine;
import khabar.article.Parsed;
import khabar.article.SourceRef;
import khabar.article.Terms;
import khabar.gazetteer.Gazetteer;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Schema;
import khabar.vocab.Skos;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTermsTest {
    private static final Reader READER = Reader.of(Gazetteer.load());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final String KEY = "harbour-gazette";
    private static final String HEADLINE = "Lavrov surprises Damascus with unannounced visit";
    private static final String BODY =
            "Russian Foreign Minister Sergei Lavrov visited Damascus on Tuesday and met Syrian President Bashar al-Assad. "
                    + "Hooded gunmen attacked a convoy of the Red Crescent near Aleppo on Monday, witnesses told our reporter.";
    private static final String ARTICLE = """
            {"id":"7","source":"Harbour Gazette","url":"https://gazette.example/7","published":"2017-09-13",\
            "headline":"%s","body":"%s"}""".formatted(HEADLINE, BODY);

    private final Store store = Store.empty(Base.LOCAL);

    @ParameterizedTest
    @CsvSource({
        "      ,         , QUOTES",
        "full  ,         , FULL",
        "      , full    , FULL",
        "      , metadata, METADATA",
        "full  , quotes  , QUOTES",
        "quotes, full    , QUOTES",
        "metadata, full  , METADATA",
    })
    void theStricterOfBothHoldsAndWhatTheArticleStatesIsKept(
            @Nullable String stated, @Nullable String set, Terms shown) {
        Map<String, String> words = set == null ? Map.of() : Map.of(KEY, set);
        ingest(words).ingest(parsed(stated));

        assertThat(literals(Kh.terms)).containsExactly(shown.word());
        assertThat(literals(Kh.statedTerms)).isEqualTo(Stream.ofNullable(stated).toList());
    }

    @Test
    @Tag("E-09")
    void underMetadataNoWordsOfTheTextAreAnywhere() {
        ingest(Map.of(KEY, "metadata")).ingest(parsed(null));

        Set<String> forbidden = threeWordRuns(HEADLINE + " . " + BODY);
        List<String> published = store.read(present -> present.stream()
                .filter(quad -> !quad.getGraph().equals(Base.LOCAL.graph("ontology")))
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .toList());
        assertThat(published)
                .hasSizeGreaterThan(50)
                .allSatisfy(text -> assertThat(threeWordRuns(text)).doesNotContainAnyElementsOf(forbidden));
        assertThat(store.bodies().search("convoy", 9)).isEmpty();
        assertThat(inTextIndex("convoy") || inTextIndex("unannounced")).isFalse();
        assertThat(inTextIndex("Damascus")).isTrue();
        assertThat(store.select(Queries.load().get("check/words-against-terms"), Map.of(), row -> row))
                .isEmpty();
    }

    /** A misspelling is kept as a name that only searches know: it stays no longer than the quotations that show it. */
    @Test
    void aSpellingGoesWithTheLastQuotationThatShowsIt() {
        String body = "وصل وزير الدفاع الروسي سيرغي شويغو إلى دمشق. والتقى سيرغي شويو الرئيس السوري بشار الأسد.";
        Parsed one = ArticleLine.read(
                new SourceRef("test", 1),
                "{\"id\":\"1\",\"source\":\"Harbour Gazette\",\"body\":\"%s\"}".formatted(body));
        Parsed other = ArticleLine.read(
                new SourceRef("test", 2), "{\"id\":\"2\",\"source\":\"Another\",\"body\":\"%s\"}".formatted(body));
        ingest(Map.of()).ingest(one);
        ingest(Map.of()).ingest(other);
        assertThat(literals(Skos.hiddenLabel)).hasSize(1);

        ingest(Map.of(KEY, "metadata")).ingest(one);
        assertThat(literals(Skos.hiddenLabel)).hasSize(1);

        ingest(Map.of(KEY, "metadata", "another", "metadata")).ingest(other);
        assertThat(literals(Skos.hiddenLabel)).isEmpty();
    }

    @Test
    void factsAreThereWhateverTheTerms() {
        ingest(Map.of(KEY, "metadata")).ingest(parsed(null));
        long strict = reports();
        Store open = Store.empty(Base.LOCAL);
        new Ingest(READER, open, CLOCK).ingest(parsed(null));

        assertThat(strict)
                .isPositive()
                .isEqualTo(open.read(present -> present.stream(Node.ANY, Node.ANY, Kh.reportedIn, Node.ANY)
                        .count()));
    }

    @Test
    void otherTermsAreAChangeAndTheSameTermsAreNone() {
        Parsed article = parsed("full");

        assertThat(ingest(Map.of()).ingest(article)).isInstanceOf(Outcome.Stored.class);
        assertThat(store.bodies().search("convoy", 9).getFirst().snippet().orElseThrow())
                .contains("witnesses");
        assertThat(ingest(Map.of(KEY, "metadata")).ingest(article))
                .isInstanceOfSatisfying(
                        Outcome.Stored.class,
                        stored -> assertThat(stored.replaced()).isTrue());
        assertThat(store.bodies().search("convoy", 9)).isEmpty();
        assertThat(ingest(Map.of(KEY, "metadata")).ingest(article)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(ingest(Map.of("another", "full", KEY, "metadata")).ingest(article))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void theArchiveKeepsWhatWasStatedAndEachVersionOnce() {
        ingest(Map.of(KEY, "metadata")).ingest(parsed("full"));
        ingest(Map.of(KEY, "quotes")).ingest(parsed("full"));

        List<String> originals = new ArrayList<>();
        store.archive().replay(original -> originals.add(original.json()));
        assertThat(originals).singleElement().satisfies(json -> assertThat(json).contains("\"terms\":\"full\""));
    }

    @Test
    void aSourceOfTheGazetteerIsCalledByItsKeyThere() {
        String article = ARTICLE.replace("Harbour Gazette", "وزارة الخارجية الروسية");
        Ingest first = ingest(Map.of());
        first.ingest(ArticleLine.read(new SourceRef("test", 1), article));
        String key = store.read(present -> present.stream(Node.ANY, Node.ANY, Schema.publisher, Node.ANY)
                .map(quad -> Base.LOCAL
                        .parse(quad.getObject().getURI())
                        .orElseThrow()
                        .key())
                .findFirst()
                .orElseThrow());

        assertThat(ingest(Map.of(key, "metadata")).againstTerms()).isEqualTo(1);
        ingest(Map.of(key, "metadata")).ingest(ArticleLine.read(new SourceRef("test", 1), article));
        assertThat(literals(Kh.terms)).containsExactly("metadata");
    }

    @Test
    void itIsKnownHowManyArticlesDoNotFollowTheTermsNowSet() {
        ingest(Map.of()).ingest(parsed("full"));

        assertThat(ingest(Map.of()).againstTerms()).isZero();
        assertThat(ingest(Map.of("another", "metadata")).againstTerms()).isZero();
        assertThat(ingest(Map.of(KEY, "full")).againstTerms()).isZero();
        assertThat(ingest(Map.of(KEY, "quotes")).againstTerms()).isEqualTo(1);
    }

    @Test
    void settingsComeByNameAndByVariable() {
        assertThat(SourceTerms.among(Map.of("khabar.sources.al-khaleej.terms", "Quotes", "khabar.base", "x"))
                        .of("al-khaleej"))
                .contains(Terms.QUOTES);
        assertThat(SourceTerms.settingOf("KHABAR_SOURCES_AL_KHALEEJ_TERMS"))
                .contains("khabar.sources.al-khaleej.terms");
        assertThat(SourceTerms.settingOf("KHABAR_BASE")).isEmpty();
        assertThat(SourceTerms.NONE.of("al-khaleej")).isEqualTo(Optional.empty());
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        assertThatThrownBy(() -> SourceTerms.of(Map.of("al-khaleej", "ful")))
                .hasMessage("khabar.sources.al-khaleej.terms is \"ful\"; expected metadata or quotes or full");
        assertThatThrownBy(() -> SourceTerms.of(Map.of("Al Khaleej", "full")))
                .hasMessageContaining("khabar.sources.Al Khaleej.terms")
                .hasMessageContaining("not the key of a source");
    }

    private Ingest ingest(Map<String, String> words) {
        return new Ingest(READER, store, CLOCK, SourceTerms.of(words));
    }

    private List<String> literals(Node property) {
        return store.read(present -> present.stream(Node.ANY, Node.ANY, property, Node.ANY)
                .filter(quad -> quad.getObject().isLiteral())
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .toList());
    }

    private long reports() {
        return store.read(present ->
                present.stream(Node.ANY, Node.ANY, Kh.reportedIn, Node.ANY).count());
    }

    private boolean inTextIndex(String word) {
        String query = """
                PREFIX text: <http://jena.apache.org/text#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX schema: <http://schema.org/>
                PREFIX kh: <https://w3id.org/khabar/ns#>
                ASK { ?thing text:query (rdfs:label schema:headline kh:exact "%s") }""".formatted(word);
        return store.read(present -> {
            try (QueryExec exec = QueryExec.dataset(present).query(query).build()) {
                return exec.ask();
            }
        });
    }

    private static Set<String> threeWordRuns(String text) {
        List<String> words = Arrays.asList(text.split("[^\\p{L}\\p{N}'-]+"));
        return Stream.iterate(0, i -> i + 3 <= words.size(), i -> i + 1)
                .map(i -> String.join(" ", words.subList(i, i + 3)))
                .collect(Collectors.toSet());
    }

    private static Parsed parsed(@Nullable String stated) {
        String line = stated == null ? ARTICLE : ARTICLE.replace("{", "{\"terms\":\"" + stated + "\",");
        return ArticleLine.read(new SourceRef("test", 1), line);
    }
}
