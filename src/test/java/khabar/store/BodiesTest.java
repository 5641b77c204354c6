package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.ArticleLine;
import khabar.article.Parsed;
import khabar.article.SourceRef;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesTest {
    private static final Base BASE = new Base("https://news.example/");
    private static final Article ENGLISH = article("en", "The fishing harbour of Sidon reopened after repairs.");
    private static final Article ARABIC = article("ar", "أعادت السلطات فتح المرفأ في مدينة صيدا بعد أعمال الصيانة.");

    @TempDir
    Path directory;

    @Test
    void bothLanguagesAreFoundByAllWordsAndTheBeginningOfTheLast() {
        Store store = Store.empty(BASE);
        store.write(present -> stored(ENGLISH, "quotes").and(stored(ARABIC, "quotes")));

        assertThat(keys(store, "sidon HARBOURS")).containsExactly(ENGLISH.key());
        assertThat(keys(store, "repairs fish")).containsExactly(ENGLISH.key());
        assertThat(keys(store, "fish repairs")).isEmpty();
        assertThat(keys(store, "harbour tripoli")).isEmpty();
        assertThat(keys(store, "مرفا صيدا")).containsExactly(ARABIC.key());
        assertThat(keys(store, "اعمال الصيا")).containsExactly(ARABIC.key());
        assertThat(keys(store, " ")).isEmpty();
        assertThat(keys(store, "+*?~\"(/ OR -")).isEmpty();
        assertThat(keys(store, "word ".repeat(5_000) + "\uD83D\uDE00")).isEmpty();
    }

    @Test
    void whatIsAllAboutTheWordsComesFirst() {
        Store store = Store.empty(BASE);
        Article passing = article("p", "Ministers met on Monday. ".repeat(40) + "A harbour was named too.");
        store.write(present -> stored(passing, "full").and(stored(ENGLISH, "full")));

        List<Bodies.Hit> hits = store.bodies().search("harbour", 10);

        assertThat(hits).extracting(Bodies.Hit::articleKey).containsExactly(ENGLISH.key(), passing.key());
        assertThat(hits.getFirst().score()).isGreaterThan(hits.getLast().score());
        assertThat(keys(store, "harbour", 1)).containsExactly(ENGLISH.key());
        assertThat(store.bodies().count("harbour")).isEqualTo(2);
    }

    @Test
    void whatIsShownOfATextFollowsTheTermsInItsGraph() {
        Store store = Store.empty(BASE);

        store.write(present -> stored(ENGLISH, "full"));
        assertThat(snippet(store)).isEqualTo("The fishing harbour of Sidon reopened after repairs.");
        store.write(present -> stored(ENGLISH, "quotes"));
        assertThat(snippet(store)).isEqualTo("none");
        store.write(present -> stored(ENGLISH, "metadata"));
        assertThat(store.bodies().search("harbour", 10)).isEmpty();
        assertThat(store.bodies().size()).isZero();
        store.write(present -> stored(ENGLISH, "full"));
        assertThat(snippet(store)).contains("Sidon");
    }

    @Test
    void aSnippetIsTheSentenceThatSaysItOrAPartOfALongOne() {
        Store store = Store.empty(BASE);
        String chain = "and the delegates went on to the next point of the agenda ".repeat(20);
        Article article = article(
                "s",
                "First this happened. Then a comet\n  was seen. Later " + chain + "until an eclipse began " + chain
                        + ".");
        store.write(present -> stored(article, "full"));

        assertThat(store.bodies().search("comet", 1).getFirst().snippet()).contains("Then a comet was seen.");
        assertThat(store.bodies().search("eclipse", 1).getFirst().snippet().orElseThrow())
                .startsWith("…")
                .endsWith("…")
                .contains("until an eclipse began")
                .hasSizeLessThan(300);
    }

    @Test
    void headlinesOfOtherArticlesAreNoWordsOfThisOne() {
        Store store = Store.empty(BASE);
        Article article = article("r", """
                The council of Sidon met on Monday to discuss the budget of the city for the year.

                It agreed on all points after a long debate about the money for schools.

                Read also

                Volcano erupts on a distant island
                """);

        store.write(present -> stored(article, "full"));

        assertThat(keys(store, "budget")).containsExactly(article.key());
        assertThat(keys(store, "volcano")).isEmpty();
    }

    @Test
    void anotherVersionTakesThePlaceOfTheOneBeforeAndARemovedArticleGoes() {
        Store store = Store.empty(BASE);
        Article changed = article("en", "The airport of Beirut was closed.");
        store.write(present -> stored(ENGLISH, "full"));
        store.write(present -> stored(changed, "full"));
        assertThat(changed.key()).isEqualTo(ENGLISH.key());
        assertThat(keys(store, "harbour")).isEmpty();
        assertThat(keys(store, "airport")).containsExactly(changed.key());

        store.write(present -> Changes.replacing(BASE.articleGraph(changed.key()), GraphFactory.createDefaultGraph()));
        assertThat(keys(store, "airport")).isEmpty();
    }

    @Test
    void anIndexThatIsGoneOrCutOffOrBehindIsMadeAgain() throws IOException {
        try (Store store = open()) {
            store.write(present -> stored(ENGLISH, "full"));
        }
        Path old = Files.createDirectory(directory.resolve("old"));
        copy(index(), old);
        Article changed = article("en", "The airport of Beirut was closed.");
        try (Store store = open()) {
            store.write(present -> stored(changed, "full").and(stored(ARABIC, "quotes")));
        }

        clear(index());
        copy(old, index());
        assertHealed(changed);
        for (Path file : files(index())) {
            if (Files.size(file) > 50) {
                Files.write(file, new byte[40], StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
        assertHealed(changed);
        clear(index());
        Files.delete(index());
        assertHealed(changed);
    }

    @Test
    void aVerificationComparesTheIndexWithArticlesAndTerms() throws IOException {
        try (Store store = open()) {
            store.write(present -> stored(ENGLISH, "full").and(stored(ARABIC, "metadata")));
            assertThat(store.verify(List.of(), Progress.NONE).findings()).isEmpty();
        }
        try (Directory files = FSDirectory.open(index());
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            Document stray = new Document();
            stray.add(new StringField(BodyIndexing.KEY, ARABIC.key(), Field.Store.YES));
            stray.add(new TextField(BodyIndexing.TEXT, "words", Field.Store.YES));
            writer.deleteDocuments(new Term(BodyIndexing.KEY, ENGLISH.key()));
            writer.addDocument(stray);
        }
        try (Store store = open()) {
            assertThat(store.verify(List.of(), Progress.NONE).findings())
                    .containsExactly(
                            "index of bodies: does not hold article " + ENGLISH.key(),
                            "index of bodies: holds what no graph lets be searched: article " + ARABIC.key(),
                            "index of bodies: shows more than the terms allow of article " + ARABIC.key());
        }
    }

    @Test
    void whatWasNotCommittedIsNotFoundAfterAFault() throws IOException {
        try (Store store = open()) {
            store.write(present -> stored(ENGLISH, "full"));
            TextIndexLucene labels = store.dataset().getContext().get(TextQuery.textIndex);
            labels.getIndexWriter().close();
            assertThatThrownBy(() -> store.write(present -> stored(ARABIC, "full")))
                    .isInstanceOf(StoreException.Broken.class);
            assertThat(keys(store, "صيدا")).isEmpty();
            assertThat(keys(store, "harbour")).containsExactly(ENGLISH.key());
        }
        try (Store store = open()) {
            assertThat(keys(store, "صيدا")).isEmpty();
            assertThat(keys(store, "harbour")).containsExactly(ENGLISH.key());
            store.write(present -> stored(ARABIC, "full"));
            assertThat(keys(store, "صيدا")).containsExactly(ARABIC.key());
        }
    }

    @Test
    void whatWasAcknowledgedIsFoundAfterAKill() throws IOException, InterruptedException {
        Process scribe = Child.start(
                Child.classPath(),
                List.of(),
                Scribe.class,
                directory.resolve("store").toString());
        int acknowledged = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(scribe.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = line.startsWith("ACK ") ? acknowledged + 1 : acknowledged;
                if (acknowledged == 8) {
                    assertThat(scribe.toHandle().destroyForcibly()).isTrue();
                }
            }
        }
        scribe.waitFor();
        assertThat(acknowledged).isGreaterThanOrEqualTo(8);
        try (Store store = open()) {
            long articles = store.read(present ->
                    present.stream(Node.ANY, Node.ANY, Kh.textHash, Node.ANY).count());
            assertThat(articles).isGreaterThanOrEqualTo(acknowledged);
            assertThat(store.bodies().count("comet")).isEqualTo((int) articles);
        }
    }

    /** Writes one article after the other until it is killed, and says when each is safe. */
    static final class Scribe {
        private Scribe() {}

        public static void main(String[] arguments) {
            try (Store store = Store.open(new StoreSettings(Path.of(arguments[0])), BASE)) {
                for (int i = 0; i < 100_000; i++) {
                    Article article = article("scribe" + i, "Comet number " + i + " was seen.");
                    store.write(present -> stored(article, "full"));
                    System.out.println("ACK " + article.key());
                }
            }
        }
    }

    private void assertHealed(Article changed) {
        try (Store store = open()) {
            assertThat(keys(store, "harbour")).isEmpty();
            assertThat(store.bodies().search("airport", 2))
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.articleKey()).isEqualTo(changed.key()))
                    .satisfies(hit -> assertThat(hit.snippet()).contains("The airport of Beirut was closed."));
            assertThat(store.bodies().search("صيدا", 2))
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.snippet()).isEmpty());
        }
    }

    private Store open() {
        return Store.open(new StoreSettings(directory.resolve("store")), BASE);
    }

    private Path index() {
        return directory.resolve("store/bodies");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static void clear(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String snippet(Store store) {
        List<Bodies.Hit> hits = new ArrayList<>(store.bodies().search("harbour", 10));
        assertThat(hits).hasSize(1);
        return hits.getFirst().snippet().orElse("none");
    }

    private static List<String> keys(Store store, String typed) {
        return keys(store, typed, 100);
    }

    private static List<String> keys(Store store, String typed, int most) {
        return store.bodies().search(typed, most).stream()
                .map(Bodies.Hit::articleKey)
                .toList();
    }

    private static Changes stored(Article article, String terms) {
        Node node = BASE.id("article", article.key());
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(node, Kh.textHash, Literals.string(article.textHash()));
        graph.add(node, Kh.terms, Literals.string(terms));
        return Changes.replacing(BASE.articleGraph(article.key()), graph).and(Changes.archiving(Original.of(article)));
    }

    private static Article article(String id, String body) {
        String line = "{\"id\":\"%s\",\"source\":\"Example\",\"body\":\"%s\"}".formatted(id, body.replace("\n", "\\n"));
        return switch (ArticleLine.read(new SourceRef("test", 1), line)) {
            case Parsed.Accepted accepted -> accepted.article();
            case Parsed.Refused refused ->
                throw new AssertionError(refused.problem().message());
        };
    }
}
