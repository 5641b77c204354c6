package khabar.merge;

import java.util.Optional;
import java.util.Set;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/** What reports must have in common to tell of one event. */
sealed interface Sameness {
    /** All of it is known. */
    record Known(Node type, Set<Node> parties, String day, Node place, Reality reality) implements Sameness {
        public Known {
            parties = Set.copyOf(parties);
        }
    }

    /** Something is unknown, and unknown equals nothing: the report is like itself only. */
    record Alone(Node report) implements Sameness {}

    /** Statuses that can be of one event. */
    enum Reality {
        FACT,
        PLAN,
        SUPPOSITION
    }

    static Sameness of(Told told) {
        Set<Node> parties = told.entities();
        Optional<String> day = told.facts().period().day();
        Optional<Node> place = told.facts().place();
        if (parties.isEmpty() || day.isEmpty() || place.isEmpty()) {
            return new Alone(told.report());
        }
        return new Known(
                told.facts().type(),
                parties,
                day.get(),
                place.get(),
                reality(told.facts().status()));
    }

    private static Reality reality(Node status) {
        if (status.equals(Kh.Planned)) {
            return Reality.PLAN;
        }
        return status.equals(Kh.Hypothetical) ? Reality.SUPPOSITION : Reality.FACT;
    }
}
