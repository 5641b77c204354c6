package khabar.names;

import java.util.List;
import java.util.Optional;
import khabar.text.SegmentedArticle;

/**
 * An article whose every mention was looked up once; links in text order.
 *
 * @param gaveUp why the built-in recogniser read this article, where another one was to and did not
 */
public record LinkedReading(SegmentedArticle text, List<Link> links, Optional<String> gaveUp) {
    public LinkedReading {
        links = List.copyOf(links);
    }

    /** Read by the recogniser that was to. */
    public LinkedReading(SegmentedArticle text, List<Link> links) {
        this(text, links, Optional.empty());
    }

    /** The same reading with other links. */
    public LinkedReading with(List<Link> others) {
        return new LinkedReading(text, others, gaveUp);
    }

    /** The links of one sentence, in text order. */
    public List<Link> in(int sentence) {
        return links.stream()
                .filter(link -> link.mention().sentence() == sentence)
                .toList();
    }
}
