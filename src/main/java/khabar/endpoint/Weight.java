package khabar.endpoint;

import java.util.Optional;
import org.apache.jena.graph.Node;

/** How much text an answer holds, in UTF-16 units. Rows alone tell little: one value may be as long as a book. */
final class Weight {
    static final long MOST = 16L << 20;

    private long weight;

    void add(Node value) {
        if (value.isLiteral()) {
            weight += value.getLiteralLexicalForm().length();
        } else if (value.isURI()) {
            weight += value.getURI().length();
        }
    }

    Optional<Answer.Cut> cut() {
        return weight > MOST ? Optional.of(new Answer.Cut("characters", MOST)) : Optional.empty();
    }
}
