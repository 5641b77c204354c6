package khabar.browse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P-14")
class TimeLineTest {
    private static final Happening DAY = happening("/a", "2017-09-12", "2017-09-12", "day");
    private static final Happening LATER = happening("/b", "2017-11-02", "2017-11-02", "day");
    private static final Happening MONTH = happening("/c", "2017-10-01", "2017-10-31", "month");
    private static final Happening INTERVAL = happening("/d", "2017-10-20", "2017-11-20", "interval");
    private static final Happening UNKNOWN =
            new Happening("e", "en", "/e", "", Optional.empty(), Optional.empty(), "unknown", Side.NEITHER);

    private static Happening happening(String href, String begin, String end, String precision) {
        return new Happening(
                "event",
                "en",
                href,
                begin,
                Optional.of(LocalDate.parse(begin)),
                Optional.of(LocalDate.parse(end)),
                precision,
                Side.CONFLICT);
    }

    @Test
    void aDayIsADotAndAMonthABarOverAllItsDays() {
        TimeLine line = TimeLine.of(List.of(DAY, LATER, MONTH, INTERVAL, UNKNOWN), 9, Locale.ENGLISH, false);
        assertThat(line.dots()).extracting(TimeLine.Dot::event).containsExactly(DAY, LATER);
        assertThat(line.bars()).extracting(TimeLine.Bar::event).containsExactly(MONTH, INTERVAL);
        TimeLine.Bar month = line.bars().getFirst();
        assertThat(month.x())
                .isBetween(line.dots().getFirst().x(), line.dots().getLast().x());
        assertThat(month.width()).isGreaterThan(TimeLine.WIDTH / 4.0);
        assertThat(line.bars().getLast().y()).as("they overlap").isGreaterThan(month.y());
        assertThat(line.undated()).containsExactly(UNKNOWN);
        assertThat(line.cut()).as("five of nine").isTrue();
        assertThat(line.ticks()).extracting(TimeAxis.Tick::text).contains("Oct 2017");
    }

    @Test
    void inArabicTimeRunsFromRightToLeft() {
        TimeLine line = TimeLine.of(List.of(DAY, LATER), 2, Locale.of("ar"), true);
        assertThat(line.dots().getFirst().event()).isEqualTo(DAY);
        assertThat(line.dots().getFirst().x())
                .isGreaterThan(line.dots().getLast().x());
        assertThat(line.cut()).isFalse();
    }

    @Test
    void manyOfOneDayStandOnEachOtherAndStayInTheDrawing() {
        List<Happening> many = IntStream.range(0, 300)
                .mapToObj(i -> happening("/" + i, "2017-09-12", "2017-09-12", "day"))
                .toList();
        TimeLine line = TimeLine.of(many, 300, Locale.ENGLISH, false);
        assertThat(line.dots())
                .hasSize(300)
                .allSatisfy(dot -> assertThat(dot.y()).isBetween(0.0, line.base()));
        assertThat(line.height()).isLessThan(220);
    }

    @Test
    void wordsUnderTheLineDoNotMeet() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"))) {
            TimeLine line = TimeLine.of(
                    List.of(happening("/1", "2017-09-12", "2017-09-12", "day")),
                    1,
                    locale,
                    locale.getLanguage().equals("ar"));
            assertThat(line.ticks()).hasSizeGreaterThan(1);
            for (int n = 1; n < line.ticks().size(); n++) {
                TimeAxis.Tick before = line.ticks().get(n - 1);
                TimeAxis.Tick tick = line.ticks().get(n);
                assertThat(Math.abs(before.middle() - tick.middle()))
                        .as(before.text() + " beside " + tick.text())
                        .isGreaterThan(4 * (before.text().length() + tick.text().length()));
            }
        }
    }

    @Test
    void withoutADateThereIsNoLine() {
        assertThat(TimeLine.of(List.of(UNKNOWN), 1, Locale.ENGLISH, false).isEmpty())
                .isTrue();
    }
}
