package khabar.merge;

import java.util.List;
import java.util.Optional;
import khabar.article.ArticleKey;
import khabar.article.Span;
import khabar.merge.Decisions.Grounds;
import khabar.text.Tokeniser;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;

/**
 * What an editor decided that a name in an article stands for.
 *
 * @param mention its address, which tells article, field and place
 * @param words that stood there, a literal in the language of the article
 * @param throughout whether it counts for the same words everywhere in the article
 * @param meant empty where it is nobody known
 */
public record NameDecision(Node mention, Node words, boolean throughout, Optional<Meant> meant, Grounds grounds) {
    /**
     * Whom or what the name stands for.
     *
     * @param entity someone known, or an actor that a name makes by itself
     * @param name what it was called at the time, a literal
     */
    public record Meant(Node entity, Node name) {}

    /** Where the name stood; throws where it says of something that is no mention. */
    public Place place(Base base) {
        return Place.of(base, mention).orElseThrow(() -> new IllegalArgumentException("no mention: " + mention));
    }

    /** What is decided of one place has one address, and so has what is decided of the same words of an article. */
    public Node address(Base base) {
        Place place = place(base);
        String on = throughout
                ? place.articleKey() + "\u001f" + String.join(" ", Tokeniser.normals(words.getLiteralLexicalForm()))
                : base.parse(mention.getURI()).map(Base.Local::key).orElseThrow();
        return base.id("decision", ArticleKey.hash("name\u001f" + on));
    }

    /** The same for its place only. */
    NameDecision here() {
        return new NameDecision(mention, words, false, meant, grounds);
    }

    /** Where a name stands: what the key of a mention is made of. */
    public record Place(String articleKey, String field, Span span) {
        /** Empty where the node is no mention. */
        public static Optional<Place> of(Base base, Node mention) {
            return base.parse(mention.getURI())
                    .filter(local -> local.type().equals("mention"))
                    .map(local -> List.of(local.key().split("-")))
                    .filter(parts -> parts.size() == 4
                            && parts.get(2).matches("\\d{1,9}")
                            && parts.get(3).matches("\\d{1,9}"))
                    .filter(parts -> Integer.parseInt(parts.get(2)) < Integer.parseInt(parts.get(3)))
                    .map(parts -> new Place(
                            parts.get(0),
                            parts.get(1),
                            new Span(Integer.parseInt(parts.get(2)), Integer.parseInt(parts.get(3)))));
        }
    }
}
