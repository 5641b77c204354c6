package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-09-12",
                " 2017-09-12 ",
                "2017/09/12",
                "20170912",
                "12.9.2017",
                "12 September 2017",
                "12 Sep 2017",
                "12 Sept 2017",
                "September 12, 2017",
                "Sep 12, 2017",
                "Sept. 12, 2017",
                "Tuesday, 12 September 2017",
                "Tue, Sep 12, 2017",
                "September 12th, 2017",
                "12 سبتمبر 2017",
                "١٢ أيلول ٢٠١٧",
                "الثلاثاء 12 سبتمبر/أيلول 2017",
                "الثلاثاء، 12 أيلول 2017",
                "٢٠١٧-٠٩-١٢"
            })
    void days(String text) {
        assertThat(Dates.parse(text)).contains(Published.on(LocalDate.of(2017, 9, 12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-09-12T10:30:00Z",
                "2017-09-12T10:30Z",
                "2017-09-12T10:30:00",
                "2017-09-12 10:30:00",
                "2017-09-12T10:30:00+0000",
                "2017-09-12 10:30 UTC",
                "Tue, 12 Sep 2017 10:30:00 GMT",
                "2017-09-12T10:30:00.000Z"
            })
    void moments(String text) {
        Published published = Dates.parse(text).orElseThrow();
        assertThat(published.moment().orElseThrow().toInstant()).isEqualTo("2017-09-12T10:30:00Z");
    }

    @Test
    void theDayOfAMomentIsThatOfItsOwnZone() {
        assertThat(Dates.parse("2017-09-12T01:00:00+03:00"))
                .contains(new Published(
                        LocalDate.of(2017, 9, 12),
                        java.util.Optional.of(OffsetDateTime.parse("2017-09-12T01:00:00+03:00"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-02-30",
                "31 April 2017",
                "2017-13-01",
                "2017-09-12T25:00:00Z",
                "Mon, 12 Sep 2017 10:30:00 GMT",
                "05/06/2017",
                "yesterday",
                "",
                "2017",
                "0001-01-01T00:00:00Z",
                "9999-12-31",
                "2026-02-30",
                "+12017-09-12T00:00:00Z",
                "30 شباط 2017"
            })
    void whatIsNoDate(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }
}
