package khabar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a linked-data service owes its clients, statement by statement, and the tests that hold it to each: those that are
 * tagged with the statement's id. The table that the server shows is made from both,
 *
 * <pre>mvn -Dquick test -Dtest=ConformanceTest -Dkhabar.write=true</pre>
 *
 * and may say less than the tests show, never more.
 */
class ConformanceTest {
    private static final Path STATEMENTS = Path.of("src/test/resources/conformance/statements.tsv");
    private static final Path TABLE = Path.of("src/main/resources/khabar/browse/conformance.tsv");
    private static final Pattern ID = Pattern.compile("[A-Z]-\\d\\d");

    private static List<Statement> statements = List.of();
    private static SortedMap<String, SortedSet<String>> tests = new TreeMap<>();

    /** @param reason why no test is to carry the id: {@code differs: …} or {@code open: …}; else empty */
    private record Statement(String id, String level, String text, String reason) {
        static Statement parse(String line) {
            String[] parts = line.split("\t", 4);
            return new Statement(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
        }

        /** As the table shows it: id, level, state, statement, tests or reason. */
        String line(Set<String> shown) {
            String state = !shown.isEmpty() ? "tested" : reason.startsWith("differs: ") ? "differs" : "open";
            String why = !shown.isEmpty() ? String.join(", ", shown) : reason.replaceFirst("^[a-z]+: ", "");
            return String.join("\t", id, level, state, text, why);
        }
    }

    @BeforeAll
    static void collect() throws IOException {
        try (Stream<String> lines = Files.lines(STATEMENTS)) {
            statements = lines.filter(line -> !line.startsWith("#"))
                    .map(Statement::parse)
                    .toList();
        }
        for (Class<?> type : TestClasses.all()) {
            Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                    .flatMap(ConformanceTest::ids)
                    .forEach(id ->
                            tests.computeIfAbsent(id, none -> new TreeSet<>()).add(simpleName(type)));
        }
    }

    private static Stream<String> ids(AnnotatedElement element) {
        return element.isAnnotationPresent(Disabled.class)
                ? Stream.empty()
                : AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
                        .map(Tag::value)
                        .filter(tag -> ID.matcher(tag).matches());
    }

    private static String simpleName(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer.getSimpleName();
    }

    @Test
    void everyTagIsTheIdOfAStatement() {
        assertThat(statements).extracting(Statement::id).doesNotHaveDuplicates().containsAll(tests.keySet());
    }

    @Test
    void whatMustBeIsTestedOrSaysWhyNot() {
        assertThat(statements)
                .filteredOn(statement -> statement.level().equals("M") && !tests.containsKey(statement.id()))
                .allSatisfy(statement -> assertThat(statement.reason())
                        .as("%s: tag a test with it, or say why not in %s", statement.id(), STATEMENTS)
                        .matches("(differs|open): .+"));
    }

    @Test
    void theTableThatIsShownPromisesNoMore() throws IOException {
        List<String> lines = statements.stream()
                .map(statement -> statement.line(tests.getOrDefault(statement.id(), new TreeSet<>())))
                .toList();
        if (Boolean.getBoolean("khabar.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, String.join("\n", lines) + "\n");
        }
        Map<String, Statement> known = statements.stream().collect(Collectors.toMap(Statement::id, each -> each));
        assertThat(Files.readAllLines(TABLE)).hasSameSizeAs(lines).allSatisfy(line -> {
            String[] parts = line.split("\t", 5);
            assertThat(known).containsKey(parts[0]);
            Set<String> shown = parts[2].equals("tested") ? Set.of(parts[4].split(", ")) : Set.of();
            assertThat(tests.getOrDefault(parts[0], new TreeSet<>()))
                    .as("%s; renew the table with -Dkhabar.write=true", parts[0])
                    .containsAll(shown);
            assertThat(line).isEqualTo(known.get(parts[0]).line(new TreeSet<>(shown)));
        });
    }
}
