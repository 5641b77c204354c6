package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import khabar.Soak;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that ends at the worst points of a write, as by a cut of the power: what it said is safe is there. */
class KilledFaultsTest {
    private static final NamedQuery SEARCH = NamedQuery.of("test/search", """
            # What is called so?
            # given: ?words
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?thing { { ?thing text:query (rdfs:label ?words) } UNION { ?thing text:query (skos:altLabel ?words) } }
            """);

    /** Tried in every run: after the journal, before the index of texts, and after the long part of a compaction. */
    private static final Set<String> USUALLY = Set.of(
            ">org.apache.jena.dboe.transaction.txn.journal.Journal#sync",
            "org.apache.jena.query.text.TextIndexLucene#commit",
            ">khabar.store.Compaction#write");

    @TempDir
    Path directory;

    /** In the order in which a write reaches them; then those of a compaction. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ">khabar.store.DiskArchive#append",
                ">khabar.store.QuadIndexes#write",
                "khabar.store.BodyIndexing#prepare",
                "org.apache.jena.dboe.transaction.txn.journal.Journal#sync",
                ">org.apache.jena.dboe.transaction.txn.journal.Journal#sync",
                "org.apache.jena.query.text.TextIndexLucene#commit",
                "khabar.store.BodyIndexing#commit",
                "khabar.store.ChangeLog#follow",
                "khabar.store.Compaction#write",
                ">khabar.store.Compaction#write",
                "khabar.store.Compaction#change",
                ">khabar.store.Compaction#change"
            })
    void whatWasAcknowledgedIsThere(String point) throws IOException, InterruptedException {
        assumeTrue(Soak.isLong() || USUALLY.contains(point), "tried by -Psoak");
        Random random = new Random(point.hashCode());
        int next = 0;
        for (int time = 0; time < Soak.times(1, 10); time++) {
            Process scribe = Child.start(
                    Child.classPath(),
                    Halting.options(Child.classPath()),
                    Scribe.class,
                    directory.toString(),
                    "0",
                    Integer.toString(next),
                    point,
                    Integer.toString(2 + random.nextInt(3)));
            String said = new String(scribe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(scribe.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(scribe.exitValue()).as(said).isEqualTo(137);
            List<Integer> acknowledged = acknowledged(said);
            assertThat(acknowledged).as(said).isNotEmpty();
            next = 1 + acknowledged.getLast();
            isWell(directory, next);
        }
    }

    static List<Integer> acknowledged(String said) {
        return said.lines()
                .filter(line -> line.startsWith("ACK "))
                .map(line -> Integer.valueOf(line.substring(4)))
                .toList();
    }

    /** Nothing that was acknowledged is lost, nothing that was taken out is there, and the search says what the store says. */
    static void isWell(Path directory, int written) {
        try (Store store = Store.open(new StoreSettings(directory, 0), Scribe.BASE)) {
            assertThat(store.isInStep()).isTrue();
            assertThat(store.verify(List.of(), Progress.NONE).findings()).isEmpty();
            for (int number = 0; number < written; number++) {
                String word = Scribe.word(number);
                assertThat(found(store, word)).as(word).hasSize(1);
                assertThat(store.archive().find(word, "version")).as(word).isPresent();
                assertThat(found(store, "passing" + word))
                        .as(word)
                        .hasSizeLessThanOrEqualTo(number < written - 1 ? 0 : 1);
            }
        }
    }

    private static List<String> found(Store store, String words) {
        return store.select(SEARCH, Map.of("words", Words.all(words).orElseThrow()), row -> row.iri("thing"));
    }
}
