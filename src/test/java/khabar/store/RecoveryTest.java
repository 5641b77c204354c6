package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final Base BASE = Scribe.BASE;
    private static final NamedQuery SEARCH = NamedQuery.of("test/search", """
            # What is called so?
            # given: ?words
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?thing { ?thing text:query (rdfs:label ?words) }
            """);

    @TempDir
    Path directory;

    @Test
    void aTextIndexThatIsGoneIsMadeAgain() throws IOException {
        write("harbour");
        forEachIndexFile(Files::delete);
        assertThat(found("harbour")).hasSize(1);
    }

    @Test
    void aTextIndexThatIsCutOffIsMadeAgain() throws IOException {
        write("harbour");
        forEachIndexFile(file -> {
            if (Files.size(file) > 50) {
                Files.write(file, new byte[40], StandardOpenOption.TRUNCATE_EXISTING);
            }
        });
        assertThat(found("harbour")).hasSize(1);
    }

    @Test
    void aTextIndexThatIsBehindIsMadeAgain() throws IOException {
        write("harbour");
        Path old = Files.createDirectory(directory.resolve("old"));
        forEachIndexFile(file -> Files.copy(file, old.resolve(file.getFileName())));
        write("market");
        forEachIndexFile(Files::delete);
        try (Stream<Path> files = Files.list(old)) {
            for (Path file : files.toList()) {
                Files.move(
                        file,
                        directory.resolve("store/text").resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(found("market")).hasSize(1);
        assertThat(found("harbour")).hasSize(1);
    }

    @Test
    void afterAFaultInTheMiddleNothingMoreIsWrittenAndTheNextStartRecovers() throws IOException {
        write("harbour");
        try (Store store = open()) {
            TextIndexLucene index = store.dataset().getContext().get(TextQuery.textIndex);
            index.getIndexWriter().close();
            assertThatThrownBy(() -> store.write(present -> named("market"))).isInstanceOf(StoreException.Broken.class);
            assertThatThrownBy(() -> store.write(present -> named("square"))).isInstanceOf(StoreException.Broken.class);
            assertThat(store.<Boolean>read(
                            present -> present.contains(Node.ANY, Node.ANY, Rdfs.label, Literals.english("harbour"))))
                    .isTrue();
        }
        assertThat(found("harbour")).hasSize(1);
        assertThat(found("market")).isEmpty();
        write("market");
        assertThat(found("market")).hasSize(1);
    }

    @Test
    void anotherProcessIsToldWhoHasTheStore() throws IOException, InterruptedException {
        try (Store store = open()) {
            assertThat(store.version()).isNotNegative();
            String output = Child.run(
                    Child.classPath(),
                    List.of(),
                    Scribe.class,
                    directory.resolve("store").toString(),
                    "0",
                    "0");
            assertThat(output)
                    .contains("InUse")
                    .contains("in use by PID " + ProcessHandle.current().pid());
        }
    }

    private void write(String name) {
        try (Store store = open()) {
            store.write(present -> named(name));
        }
    }

    private List<String> found(String words) {
        try (Store store = open()) {
            return search(store, words);
        }
    }

    private static List<String> search(Store store, String words) {
        return store.select(SEARCH, Map.of("words", Words.all(words).orElseThrow()), row -> row.iri("thing"));
    }

    private Store open() {
        return Store.open(new StoreSettings(directory.resolve("store")), BASE);
    }

    static Changes named(String name) {
        return Changes.adding(
                BASE.graph("gazetteer"),
                List.of(Triple.create(BASE.id("place", name), Rdfs.label, Literals.english(name))));
    }

    private void forEachIndexFile(FileAction action) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("store/text"))) {
            for (Path file : files.toList()) {
                action.on(file);
            }
        }
    }

    private interface FileAction {
        void on(Path file) throws IOException;
    }
}
