package khabar.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.article.Span;
import khabar.event.TimeExpression.Direction;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published on Wednesday 2019-05-15. */
class TimeReaderTest {
    private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.of(2019, 5, 15));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "وصل الوفد أمس | 2019-05-14 relative",
                "وصل الوفد أول من أمس | 2019-05-13 relative",
                "وصل الوفد أمس الأول | 2019-05-13 relative",
                "وصل الوفد مساء أمس الثلاثاء | 2019-05-14 relative",
                "يصل الوفد غدا الخميس | 2019-05-16 relative",
                "وصل الوفد يوم الأربعاء | 2019-05-15 weekday",
                "وصل الوفد الخميس | 2019-05-09 weekday",
                "وصل الوفد الأربعاء الماضي | 2019-05-08 weekday",
                "يصل الوفد الأربعاء المقبل | 2019-05-22 weekday",
                "وصل الوفد في 12 سبتمبر/أيلول 2017 | 2017-09-12 date",
                "وصل الوفد في 12 سبتمبر (أيلول) 2017 | 2017-09-12 date",
                "وصل الوفد يوم ١٢ أيلول ٢٠١٧ | 2017-09-12 date",
                "وصل الوفد الثاني عشر من كانون الأول | 2018-12-12 date",
                "وصل الوفد في 3 أوت 2018 | 2018-08-03 date",
                "وصل الوفد في أيلول الماضي | 2018-09 month",
                "وصل الوفد في سبتمبر/ايلول 2015 | 2015-09 month",
                "وصل الوفد في جانفي 2016 | 2016-01 month",
                "وصل الوفد عام 2011 | 2011 year",
                "يقيم الوفد منذ عام 2014 | 2014-01-01/.. since",
                "يقيم الوفد منذ مارس/آذار 2018 | 2018-03-01/.. since",
                "وصل الوفد الشهر الماضي | 2019-04 relative",
                "وصل الوفد الأسبوع الماضي | 2019-05-06/2019-05-12 relative",
                "وصل الوفد قبل ثلاثة أيام | 2019-05-12 relative",
                "وصل الوفد قبل شهرين | 2019-03 relative",
                "بقي الوفد لأكثر من ثلاث سنوات | null duration",
                "وصل الوفد في 2018-11-03 | 2018-11-03 date",
                "وصل الوفد بالأمس | 2019-05-14 relative",
                "وصل الوفد قبل يوم أمس | 2019-05-13 relative",
                "وصل الوفد يوم الجمعة 10 | 2019-05-10 date",
                "وصل الوفد يوم الجمعة 11 | null contradictory",
                "وصل الوفد يوم الجمعة من الأسبوع الماضي | 2019-05-10 weekday",
                "وصل الوفد السبت 10 محرم 1439 الموافق 30 سبتمبر 2017 | 2017-09-30 date",
                "وصل الوفد في 9 ذي الحجة 1438 هـ (31 أغسطس 2017) | 2017-08-31 date",
                "وصل الوفد السبت 10 محرم 1439 | 2019-05-11 weekday",
                "وصل الوفد في 3 يوليوز 2018 | 2018-07-03 date",
                "وصل الوفد في 3 تشرين ثاني 2018 | 2018-11-03 date",
                "بقي الوفد من 4 إلى 22 يناير 2018 | 2018-01-04/2018-01-22 range",
                "بقي الوفد بين 3 و12 أبريل | 2019-04-03/2019-04-12 range",
                "بقي الوفد من 2 أكتوبر إلى 5 نوفمبر 2018 | 2018-10-02/2018-11-05 range",
                "بقي الوفد بين عامي 2014 و2018 | 2014-01-01/2018-12-31 range",
                "بقي الوفد في سبعينيات القرن الماضي | 1970-01-01/1979-12-31 decade",
                "بقي الوفد في الربع الثالث من عام 2016 | 2016-07-01/2016-09-30 quarter",
                "بقي الوفد خلال الأسابيع الثلاثة الماضية | 2019-04-24/2019-05-15 relative",
                "the delegation arrived on Friday last week | 2019-05-10 weekday",
                "the delegation stayed from 2 to 7 February 2018 | 2018-02-02/2018-02-07 range",
                "the delegation stayed from March 3 to 12 | 2019-03-03/2019-03-12 range",
                "the delegation stayed from 2014 to 2018 | 2014-01-01/2018-12-31 range",
                "the delegation stayed in the 1970s | 1970-01-01/1979-12-31 decade",
                "the delegation came in the third quarter of 2016 | 2016-07-01/2016-09-30 quarter",
                "the delegation came over the past three weeks | 2019-04-24/2019-05-15 relative",
                "the delegation arrived yesterday | 2019-05-14 relative",
                "the delegation arrived on Wednesday | 2019-05-15 weekday",
                "the delegation arrived on Thursday | 2019-05-09 weekday",
                "the delegation arrived last Wednesday | 2019-05-08 weekday",
                "the delegation arrived on Tuesday, September 12, 2017 | 2017-09-12 date",
                "the delegation arrived on September 12 | 2018-09-12 date",
                "the delegation arrived on 12 May | 2019-05-12 date",
                "the delegation arrived on the 3rd of March 2018 | 2018-03-03 date",
                "the delegation arrived in September 2015 | 2015-09 month",
                "the delegation arrived last September | 2018-09 month",
                "the delegation has been there since 2014 | 2014-01-01/.. since",
                "the delegation arrived two days ago | 2019-05-13 relative",
                "the delegation arrived last week | 2019-05-06/2019-05-12 relative",
                "the delegation stayed for more than three years | null duration",
            })
    void placesTimesOnTheCalendar(String text, String expected) {
        assertThat(read(text, PUBLISHED, Direction.PAST)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "يصل الوفد الجمعة | 2019-05-17 weekday",
                "يصل الوفد في 20 مايو | 2019-05-20 date",
                "يصل الوفد في 3 مارس | 2020-03-03 date",
                "the delegation will arrive on Friday | 2019-05-17 weekday",
                "the delegation will arrive on June 1 | 2019-06-01 date",
            })
    void looksForPlansAfterTheDayOfPublication(String text, String expected) {
        assertThat(read(text, PUBLISHED, Direction.FUTURE)).containsExactly(expected);
    }

    @Test
    void takesNoDateForGrantedWhereTheDayOfPublicationIsUnknown() {
        assertThat(read("وصل الوفد الثلاثاء", Optional.empty(), Direction.PAST)).containsExactly("null unanchored");
        assertThat(read("وصل الوفد في 12 ايلول 2017", Optional.empty(), Direction.PAST))
                .containsExactly("2017-09-12 date");
    }

    @ParameterizedTest
    @CsvSource({
        "the delegation may march to the square",
        "في اليوم التالي وصل الوفد",
        "حكم عليه بالسجن ثلاث سنوات",
        "وصل 12 عضوا في الوفد",
        "في 31 فبراير 2017",
    })
    void findsNoTimeWhereThereIsNone(String text) {
        assertThat(read(text, PUBLISHED, Direction.PAST).stream()
                        .filter(t -> t.contains("date") || t.contains("relative")))
                .isEmpty();
    }

    private static List<String> read(String text, Optional<LocalDate> published, Direction direction) {
        boolean arabic = text.codePoints().anyMatch(c -> c >= 0x600 && c <= 0x6FF);
        return (arabic ? TimeReader.arabic() : TimeReader.english())
                .read(Tokeniser.tokens(text, new Span(0, text.length()))).stream()
                        .map(time -> time.resolve(published, direction))
                        .map(when -> when.iso().orElse("null") + " " + when.basis())
                        .collect(Collectors.toList());
    }
}
