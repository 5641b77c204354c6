package khabar.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of an editor that holds.
 *
 * @param decision its key
 * @param verdict {@code same} or {@code different}
 * @param of the IRIs of the reports or actors that it is about
 * @param apart the IRI of the one that is none of the others; null where the verdict is of all alike
 * @param by who decided
 * @param at when, ISO 8601
 * @param note why; may be empty
 * @param now the IRIs of the events that these reports are of, or of the actors that these names are
 */
public record Decided(
        String decision,
        String verdict,
        List<String> of,
        @Nullable String apart,
        String by,
        String at,
        String note,
        List<String> now) {
    public Decided {
        of = List.copyOf(of);
        now = List.copyOf(now);
    }
}
