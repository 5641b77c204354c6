package khabar.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * What things are called in one state of the store, in all languages: most of what is on a page is on others too. Another
 * state begins with nothing.
 */
final class KeptNames {
    private static final int MOST = 50_000;

    private volatile State state = State.of(-1);

    private record State(long version, Cache<Node, Called> names) {
        static State of(long version) {
            return new State(version, Caffeine.newBuilder().maximumSize(MOST).build());
        }
    }

    /**
     * @param labels empty where it has no name
     * @param full what tells it from others of the same name
     */
    record Called(List<Text> labels, List<Text> full) {}

    /** @param version of the store, asked before a reading began: what that sees is of this version or a later one */
    Cache<Node, Called> in(long version) {
        State known = state;
        if (known.version() < version) {
            known = State.of(version);
            state = known;
        }
        return known.version() == version ? known.names() : State.of(version).names();
    }
}
