package khabar.names;

import java.util.List;
import khabar.text.SegmentedArticle;

/** An article and the names in it, in text order; names do not overlap. */
public record Reading(SegmentedArticle text, List<Mention> mentions) {
    public Reading {
        mentions = List.copyOf(mentions);
    }
}
