package khabar.names;

import java.util.List;
import khabar.text.SegmentedArticle;

/** An article whose every mention was looked up once; links in text order. */
public record LinkedReading(SegmentedArticle text, List<Link> links) {
    public LinkedReading {
        links = List.copyOf(links);
    }

    /** The links of one sentence, in text order. */
    public List<Link> in(int sentence) {
        return links.stream()
                .filter(link -> link.mention().sentence() == sentence)
                .toList();
    }
}
