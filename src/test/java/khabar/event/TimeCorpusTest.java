package khabar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import khabar.article.Span;
import khabar.event.TimeExpression.Direction;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Arabic times against the expected values of Recognizers-Text (MIT), read from KHABAR_DATA: days, and stretches of days
 * whose first and last day are given. Its inputs are what people say to an assistant, not news: weeks that begin on Sunday
 * and shortened dates are in it, so the share is a floor that must not fall and no aim. What is found and wrong is counted
 * apart from what is not found. {@code -Dkhabar.errors=true} prints both.
 */
class TimeCorpusTest {
    private static final double LEAST_DAYS = 0.4;
    private static final double LEAST_PERIODS = 0.25;
    private static final double MOST_WRONG = 0.15;

    /** How many expected values were asked for, how many are read, and how many are read as another day. */
    private record Share(int asked, int right, int wrong) {
        double rightShare() {
            return (double) right / asked;
        }

        double wrongShare() {
            return (double) wrong / asked;
        }
    }

    @Test
    void readsDays() throws IOException {
        Share share = share("DateParser.json", "date", "date");
        assertThat(share.rightShare()).isGreaterThanOrEqualTo(LEAST_DAYS);
        assertThat(share.wrongShare()).isLessThanOrEqualTo(MOST_WRONG);
    }

    @Test
    void readsPeriods() throws IOException {
        Share share = share("DatePeriodParser.json", "startDate", "endDate");
        assertThat(share.rightShare()).isGreaterThanOrEqualTo(LEAST_PERIODS);
        assertThat(share.wrongShare()).isLessThanOrEqualTo(MOST_WRONG);
    }

    private static Share share(String file, String first, String last) throws IOException {
        int asked = 0;
        int right = 0;
        int wrong = 0;
        for (JsonNode entry : new JsonMapper().readTree(Files.readString(data(file)))) {
            LocalDate published = LocalDate.parse(
                    entry.path("Context").path("ReferenceDateTime").asString().substring(0, 10));
            JsonNode value = entry.path("Results").path(0).path("Value").path("PastResolution");
            Optional<LocalDate> begin = day(value.path(first));
            // The corpus ends a stretch on the day after its last one.
            Optional<LocalDate> end = day(value.path(last)).map(day -> first.equals(last) ? day : day.minusDays(1));
            if (begin.isEmpty() || end.isEmpty()) {
                continue;
            }
            asked++;
            List<When> read = read(entry.get("Input").asString(), published);
            boolean found = read.stream().anyMatch(when -> when.begin().equals(begin) && isEnd(when, end));
            right += found ? 1 : 0;
            boolean contradicted = read.stream().anyMatch(when -> excludes(when, begin.get(), end.get()));
            wrong += !found && contradicted ? 1 : 0;
            if (!found && Boolean.getBoolean("khabar.errors")) {
                System.out.printf(
                        "%s | %s | %s/%s | %s%n", entry.get("Input").asString(), published, begin, end, shown(read));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d right (%.1f %%), %d another day%n",
                file,
                right,
                asked,
                100.0 * right / asked,
                wrong);
        return new Share(asked, right, wrong);
    }

    /** A month where a week of it is meant is coarse and not wrong. */
    private static boolean excludes(When when, LocalDate begin, LocalDate end) {
        return when.iso().isPresent()
                && (when.begin().map(first -> first.isAfter(begin)).orElse(false)
                        || when.end().map(last -> last.isBefore(end)).orElse(false));
    }

    private static boolean isEnd(When when, Optional<LocalDate> end) {
        return when.end().equals(end) || when.end().equals(end.map(day -> day.plusDays(1)));
    }

    private static List<String> shown(List<When> read) {
        List<String> shown = new ArrayList<>();
        read.forEach(when -> shown.add(when.iso().orElse(when.basis())));
        return shown;
    }

    private static List<When> read(String text, LocalDate published) {
        return TimeReader.arabic().read(Tokeniser.tokens(text, new Span(0, text.length()))).stream()
                .map(time -> time.resolve(Optional.of(published), Direction.PAST))
                .toList();
    }

    private static Optional<LocalDate> day(JsonNode node) {
        String text = node.asString("");
        return text.matches("\\d{4}-\\d\\d-\\d\\d") && !text.startsWith("0001")
                ? Optional.of(LocalDate.parse(text))
                : Optional.empty();
    }

    private static Path data(String file) {
        String data = System.getProperty("khabar.data", "");
        assumeTrue(!data.isBlank() && !data.startsWith("${"), "no khabar.data");
        return Path.of(data, "time", "recognizers-text-ar", "specs", file);
    }
}
