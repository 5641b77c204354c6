package khabar.browse;

import java.util.Locale;
import java.util.Optional;
import khabar.vocab.Base;
import khabar.vocab.Khe;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What a search can be narrowed by, besides the time, in the order in which pages show it. */
enum Facet {
    KIND,
    TYPE,
    QUAD,
    ACTOR,
    PLACE,
    SOURCE,
    LANGUAGE,
    /** In which language an event was told first, where two or more independent sources tell it. */
    FIRST,
    /** At least so many independent sources tell it. */
    SOURCES,
    /** Its confidence is at least so many hundredths. */
    CONFIDENCE;

    /** As in addresses, and in the rows of {@code page/facets}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value that a word in an address names; empty where no value is called so. It need not occur in the data. */
    Optional<Node> value(Base base, String word) {
        return switch (this) {
            case KIND -> Kind.of(word).map(Kind::type);
            case TYPE -> named(word, "[A-Za-z][A-Za-z_-]*").map(Khe::concept);
            case QUAD -> named(word, "[1-4]").map(number -> Khe.concept("quad-" + number));
            case ACTOR ->
                named(word, "(person|organisation)\\.[a-z0-9-]+").map(key -> {
                    int dot = key.indexOf('.');
                    return base.id(key.substring(0, dot), key.substring(dot + 1));
                });
            case PLACE -> named(word, "[a-z0-9-]+").map(key -> base.id("place", key));
            case SOURCE -> named(word, "[a-z0-9-]+").map(key -> base.id("source", key));
            case LANGUAGE, FIRST -> named(word, "[a-z]{2,3}").map(NodeFactory::createLiteralString);
            case SOURCES, CONFIDENCE -> named(word, "[0-9]{1,3}").map(NodeFactory::createLiteralString);
        };
    }

    /** The word for a value. */
    String word(Node value) {
        return switch (this) {
            case KIND -> Kind.of(value).map(Kind::word).orElse("");
            case TYPE -> value.getURI().substring(Khe.NAMESPACE.length());
            case QUAD -> value.getURI().substring((Khe.NAMESPACE + "quad-").length());
            case ACTOR -> value.getURI().replaceFirst(".*/([a-z]+)/([^/]*)$", "$1.$2");
            case PLACE, SOURCE -> value.getURI().substring(value.getURI().lastIndexOf('/') + 1);
            case LANGUAGE, FIRST, SOURCES, CONFIDENCE -> value.getLiteralLexicalForm();
        };
    }

    private static Optional<String> named(String word, String form) {
        return Optional.of(word).filter(one -> one.length() <= 120 && one.matches(form));
    }
}
