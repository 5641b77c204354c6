package khabar.text;

import java.util.List;
import khabar.article.Span;
import khabar.article.Zone;

/**
 * A sentence of one zone.
 *
 * @param span where it stands in the field of its zone, blanks at its ends left out
 */
public record Sentence(Zone zone, Span span, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public String field() {
        return zone.field();
    }
}
