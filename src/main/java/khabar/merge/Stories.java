package khabar.merge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Which articles are copies of one story: as the store has it, but for those that a change tells on.
 *
 * @param changed by the key of an article the key of the first of its story
 */
record Stories(Base base, DatasetGraph present, Map<String, String> changed) {
    Stories {
        changed = Map.copyOf(changed);
    }

    static Stories of(Base base, DatasetGraph present) {
        return new Stories(base, present, Map.of());
    }

    /** The key of the first article of its story: its own where it is a copy of none. */
    String of(String article) {
        String moved = changed.get(article);
        if (moved != null) {
            return moved;
        }
        List<Quad> copy =
                Iter.toList(present.find(base.graph("copies"), base.id("article", article), Kh.copyOf, Node.ANY));
        return copy.stream()
                .flatMap(quad -> base.parse(quad.getObject().getURI()).stream())
                .map(Base.Local::key)
                .findFirst()
                .orElse(article);
    }

    /** Articles of stories that have gained or lost one. */
    Set<String> touched() {
        return changed.keySet();
    }
}
