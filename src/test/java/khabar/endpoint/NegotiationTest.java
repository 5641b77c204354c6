package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    private static String chosen(String accept) {
        return Negotiation.parse(accept)
                .choose(Format.DOCUMENT)
                .map(chosen -> chosen.format().name())
                .orElse("none");
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|TURTLE",
                "text/turtle;q=0.9,text/html;q=0.5|TURTLE",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|HTML",
                "application/xhtml+xml|HTML",
                "application/rdf+xml;q=0.5, text/*;q=0.9|TURTLE",
                "text/html;q=0, */*;q=0.1|TURTLE",
                "text/turtle;q=0, */*;q=0.1|JSON_LD",
                "text/turtle;q=0.1, text/*;q=0.9|HTML",
                "application/pdf|none",
                "*/*;q=0|none",
                "TEXT/TURTLE;Q=0.3|TURTLE",
                "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#a,b;q=0\"|JSON_LD",
                "text/turtle;version=1.2|TURTLE",
                "garbage|TURTLE",
                "'' |TURTLE",
                ",;=|TURTLE",
                "garbage, application/n-triples|N_TRIPLES",
                "application/trig;q=2|TRIG",
                "application/trig;q=x, application/rdf+xml;q=0.1|RDF_XML",
                "*/turtle|TURTLE",
            })
    @Tag("N-02")
    @Tag("N-03")
    @Tag("N-04")
    @Tag("N-05")
    @Tag("N-06")
    @DisplayName("N-02 to N-06")
    void theMostSpecificRangeDecides(String accept, String form) {
        assertThat(chosen(accept)).isEqualTo(form);
    }

    @Test
    @Tag("N-06")
    @DisplayName("N-06 No header and a very long one are both borne")
    void oddHeadersAreBorne() {
        assertThat(Negotiation.parse(null).choose(Format.DOCUMENT))
                .map(Negotiation.Chosen::format)
                .contains(Format.TURTLE);
        assertThat(chosen("application/pdf,".repeat(5_000) + "text/turtle")).isEqualTo("none");
        assertThat(Negotiation.parse("text/html").choose(List.of())).isEmpty();
    }

    @Test
    void aFormAskedForByAnotherNameKeepsThatName() {
        assertThat(Negotiation.parse("application/json").choose(Format.TABLE))
                .map(Negotiation.Chosen::contentType)
                .contains("application/json;charset=utf-8");
    }
}
