package khabar.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of an editor that holds.
 *
 * @param decision its key
 * @param verdict {@code same} or {@code different}; of a name in an article {@code link}, {@code link-all}, {@code unlink}
 *     or {@code unlink-all}
 * @param of the IRIs of the reports or actors that it is about; or of a name, and whom or what it stands for
 * @param apart the IRI of the one that is none of the others; null where the verdict is of all alike
 * @param words of the name, where it is about one
 * @param by who decided
 * @param at when, ISO 8601
 * @param note why; may be empty
 * @param now the IRIs of the events that these reports are of, or of the actors that these names are; or of the
 *     names that are linked so, none where the article has them no more
 */
public record Decided(
        String decision,
        String verdict,
        List<String> of,
        @Nullable String apart,
        @Nullable String words,
        String by,
        String at,
        String note,
        List<String> now) {
    public Decided {
        of = List.copyOf(of);
        now = List.copyOf(now);
    }
}
