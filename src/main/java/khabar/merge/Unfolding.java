package khabar.merge;

import java.util.List;
import java.util.Map;
import khabar.store.Changes;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.buffering.BufferingDatasetGraph;

/** Changes one after the other, each computed from what the ones before it leave, that are written as one. */
final class Unfolding {
    private final BufferingDatasetGraph now;

    Unfolding(DatasetGraph present) {
        this.now = new BufferingDatasetGraph(new Unwritten(present));
    }

    /** As it will be after the changes so far; to be read only. */
    DatasetGraph now() {
        return now;
    }

    void then(Changes changes) {
        changes.replaced().forEach((name, graph) -> {
            for (Quad quad : Iter.toList(now.find(name, null, null, null))) {
                if (!graph.contains(quad.asTriple())) {
                    now.delete(quad);
                }
            }
            graph.find().forEach(triple -> now.add(Quad.create(name, triple)));
        });
        changes.removed().forEach(now::delete);
        changes.added().forEach(now::add);
    }

    Changes all() {
        return new Changes(Map.of(), List.copyOf(now.getDeletedQuads()), List.copyOf(now.getAddedQuads()), List.of());
    }

    /** A plan reads only: what is buffered on top of it is never flushed, and asks in vain to write. */
    private static final class Unwritten extends DatasetGraphWrapper {
        Unwritten(DatasetGraph present) {
            super(present);
        }

        @Override
        public ReadWrite transactionMode() {
            return ReadWrite.WRITE;
        }

        @Override
        public boolean promote(Promote mode) {
            return true;
        }
    }
}
