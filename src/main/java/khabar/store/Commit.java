package khabar.store;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * What a commit changed.
 *
 * @param version of the store after it
 */
public record Commit(long version, List<Quad> gone, List<Quad> fresh) {
    public Commit {
        gone = List.copyOf(gone);
        fresh = List.copyOf(fresh);
    }
}
