package khabar.browse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/** The kinds of thing that can be browsed, in the order in which pages list them. */
enum Kind {
    EVENT,
    ARTICLE,
    PERSON,
    ORGANISATION,
    PLACE,
    SOURCE;

    Node type() {
        return switch (this) {
            case EVENT -> Kh.Event;
            case ARTICLE -> Kh.Article;
            case PERSON -> Kh.Person;
            case ORGANISATION -> Kh.Organisation;
            case PLACE -> Kh.Place;
            case SOURCE -> Kh.Source;
        };
    }

    /** As in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static Optional<Kind> of(Node type) {
        return Arrays.stream(values()).filter(kind -> kind.type().equals(type)).findFirst();
    }
}
