package khabar.browse;

import java.util.List;
import java.util.Optional;

/** By which names articles lead to a thing, and which names without an entry were taken for one with it. */
record Linking(List<InArticle> articles, List<Joined> joined) {
    Linking {
        articles = List.copyOf(articles);
        joined = List.copyOf(joined);
    }

    record InArticle(Origin origin, List<Naming> namings) {}

    /** Words that name the thing; alike ones of an article stand here once. */
    record Naming(Text text, String href, LinkReason why) {}

    /**
     * A name that had an address of its own, which leads here now.
     *
     * @param with the other name of the pair that was taken for one
     * @param likeness of the two names, in hundredths
     * @param company whom and what articles name beside both
     */
    record Joined(Link name, Optional<Link> with, Optional<Link> basis, Optional<Long> likeness, List<Link> company) {}

    public boolean isEmpty() {
        return articles.isEmpty() && joined.isEmpty();
    }
}
