package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;

/** Whatever is sent as a query or as a wish for a form of answer, it is read or refused with a problem. */
class QueryFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void query(byte[] input) {
        try {
            Query query = new QueryText(new String(input, StandardCharsets.UTF_8)).parse();
            QueryGuard.check(query);
        } catch (Refusal refusal) {
            assertThat(refusal.problem().status()).isBetween(400, 499);
            assertThat(refusal.problem().detail()).hasSizeLessThanOrEqualTo(500);
        }
    }

    @FuzzTest(maxDuration = "30s")
    void accept(byte[] input) {
        Negotiation wishes = Negotiation.parse(new String(input, StandardCharsets.ISO_8859_1));

        wishes.choose(Format.DOCUMENT)
                .ifPresent(chosen -> assertThat(Format.DOCUMENT).contains(chosen.format()));
        wishes.choose(Format.TABLE).ifPresent(chosen -> assertThat(Format.TABLE).contains(chosen.format()));
    }
}
