package khabar.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.names.LinkedReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences of our own and what they tell; published on Wednesday 2019-05-15 where the text does not matter. */
class SentenceCasesTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2019, 5, 15);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tells(String name, String language, String text, String expected) {
        LinkedReading reading = Marked.reading(language, PUBLISHED, text.replace("\\n", "\n"));
        List<Report> reports =
                new EventCoder(Marked.world(reading)).code(reading).reports();
        assertThat(reports.stream().map(SentenceCasesTest::shown).collect(Collectors.joining(" ; ")))
                .as(text)
                .isEqualTo(expected);
    }

    static Stream<Arguments> cases() {
        return Stream.of("ar", "en").flatMap(SentenceCasesTest::cases);
    }

    private static Stream<Arguments> cases(String language) {
        List<String> lines = lines("/event/cases-" + language + ".tsv");
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
                .mapToObj(i -> {
                    String[] cells = lines.get(i).split("\t", -1);
                    return Arguments.of(language + ":" + (i + 1), language, cells[0], cells.length > 1 ? cells[1] : "");
                });
    }

    private static List<String> lines(String path) {
        try (InputStream in = Objects.requireNonNull(SentenceCasesTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Code, status unless it happened, actors, recipients after &gt;, place after @, date after #, sentences if many. */
    static String shown(Report report) {
        return report.code().notation()
                + (report.status() == Status.HAPPENED
                        ? ""
                        : " " + report.status().word())
                + " " + parties(report, Role.ACTOR)
                + " > " + parties(report, Role.RECIPIENT)
                + report.setting()
                        .place()
                        .flatMap(link -> link.resolution().entity())
                        .map(e -> " @" + e.key())
                        .orElse("")
                + report.setting().when().iso().map(iso -> " #" + iso).orElse("")
                + (report.setting().when().precision() == Precision.INTERVAL
                                && report.setting().when().iso().isEmpty()
                        ? " #interval"
                        : "")
                + (report.evidence().size() > 1 ? " x" + report.evidence().size() : "");
    }

    private static String parties(Report report, Role role) {
        return report.with(role).stream()
                .map(p -> p.entity().map(e -> e.key()).orElse("(" + p.text() + ")"))
                .collect(Collectors.joining("+"));
    }
}
