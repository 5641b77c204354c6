package khabar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Each of the hundred bad inputs is tried by a test that names it, or says why not. */
class BadInputListTest {
    private static final Path LIST = Path.of("src/test/resources/conformance/bad-inputs.tsv");
    private static final int COLUMNS = 4;

    @Test
    void eachIsTriedOrSaysWhyNot() throws IOException {
        List<String[]> lines = Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
        Set<Integer> tried = TestClasses.all().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isAnnotationPresent(Disabled.class))
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(BadInput.class)).stream())
                .flatMapToInt(rows -> Arrays.stream(rows.value()))
                .boxed()
                .collect(Collectors.toSet());

        assertThat(lines)
                .extracting(line -> Integer.valueOf(line[0]))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList())
                .containsAll(tried);
        assertThat(lines)
                .filteredOn(line -> !tried.contains(Integer.valueOf(line[0])))
                .allSatisfy(line -> assertThat(line)
                        .as("%s: name it in @BadInput, or say why not in %s", line[0], LIST)
                        .hasSizeGreaterThan(COLUMNS));
    }
}
