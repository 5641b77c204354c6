package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.vocab.Base;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PageQueriesTest {
    private static final Queries QUERIES = Queries.load();

    @Test
    void everyPageQueryIsUsed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/khabar/browse"))) {
            String code = files.filter(Files::isRegularFile)
                    .map(PageQueriesTest::read)
                    .collect(Collectors.joining());
            assertThat(QUERIES.in("page"))
                    .isNotEmpty()
                    .allSatisfy(query -> assertThat(code)
                            .containsAnyOf(
                                    "\"" + query.name() + "\"",
                                    "\"" + query.name().substring("page/".length()) + "\""));
        }
    }

    @Test
    void everyPageQueryIsTitledInBothLanguages() {
        for (String folder : new String[] {"page", "export"}) {
            assertThat(QUERIES.in(folder))
                    .isNotEmpty()
                    .allSatisfy(query -> assertThat(query.text().lines().limit(2))
                            .as(query.name())
                            .satisfiesExactly(
                                    english ->
                                            assertThat(english).startsWith("# ").doesNotContainPattern("\\p{IsArabic}"),
                                    arabic ->
                                            assertThat(arabic).startsWith("# ").containsPattern("\\p{IsArabic}")));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsGivenOccurs() {
        return QUERIES.in("page").stream()
                .map(query -> DynamicTest.dynamicTest(
                        query.name(),
                        () -> assertThat(query.given())
                                .allSatisfy(given ->
                                        assertThat(query.query().serialize()).containsPattern("\\?" + given + "\\b"))));
    }

    @TestFactory
    Stream<DynamicTest> examplesRunAndAreTitledInBothLanguages() {
        assertThat(QUERIES.in("example")).hasSizeGreaterThanOrEqualTo(6);
        Store store = Store.inMemory(Base.LOCAL);
        return QUERIES.in("example").stream()
                .map(query -> DynamicTest.dynamicTest(query.title(), () -> runs(store, query)));
    }

    private static void runs(Store store, NamedQuery query) {
        assertThat(store.select(query, Map.of(), row -> row)).isEmpty();
        assertThat(query.text().lines().limit(4))
                .allSatisfy(line -> assertThat(line).startsWith("# "));
        assertThat(query.text().lines().skip(1).findFirst().orElseThrow()).matches("# .*\\p{IsArabic}.*");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
