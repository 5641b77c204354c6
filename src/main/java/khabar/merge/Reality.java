package khabar.merge;

import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/** Statuses that can be of one event. */
enum Reality {
    FACT,
    PLAN,
    SUPPOSITION;

    static Reality of(Node status) {
        if (status.equals(Kh.Planned)) {
            return PLAN;
        }
        return status.equals(Kh.Hypothetical) ? SUPPOSITION : FACT;
    }
}
