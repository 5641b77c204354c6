package khabar.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource({
        "4,4.0",
        "0.9,0.9",
        "-10,-10.0",
        "0.30000000000000004,0.3",
        "1e-9,0.0",
        "33.513067,33.513067",
        "100,100.0"
    })
    void decimalsAlwaysHaveAPointAndNeverAnExponent(double value, String written) {
        assertThat(Literals.decimal(value).getLiteralLexicalForm()).isEqualTo(written);
    }

    @Test
    void momentsKeepTheirZeroSeconds() {
        Node moment = Literals.dateTime(OffsetDateTime.parse("2017-09-12T09:00Z"));
        assertThat(moment.getLiteralLexicalForm()).isEqualTo("2017-09-12T09:00:00Z");
        assertThat(moment.getLiteral().isWellFormed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2017,gYear", "2017-09,gYearMonth", "2017-09-12,date"})
    void datesAreAsExactAsTheyAreKnown(String value, String datatype) {
        Node date = Literals.partialDate(value);
        assertThat(date.getLiteralDatatypeURI()).isEqualTo(Xsd.NAMESPACE + datatype);
        assertThat(date.getLiteral().isWellFormed()).isTrue();
    }

    @Test
    void aDayIsADate() {
        assertThat(Literals.date(LocalDate.of(2017, 9, 12)).getLiteral().isWellFormed())
                .isTrue();
    }

    @Test
    void whatNoFileCanCarryIsReplacedOneForOne() {
        assertThat(Literals.string("a\uD83Db\u0000c\uDE00d").getLiteralLexicalForm())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(Literals.string("خبر \uD83D\uDE00\n\t\u200F.").getLiteralLexicalForm())
                .isEqualTo("خبر \uD83D\uDE00\n\t\u200F.");
    }

    @Test
    void textOfNoKnownLanguageIsPlain() {
        assertThat(Literals.text("x", "und")).isEqualTo(Literals.string("x"));
        assertThat(Literals.text("x", "ar").getLiteralLanguage()).isEqualTo("ar");
    }
}
