package khabar.article;

import java.util.Locale;

/** What a stretch of an article is for. The order is the order of a wire article. */
public enum ZoneKind {
    HEADLINE,
    STANDFIRST,
    SOURCE,
    CAPTION,
    DATELINE,
    BODY,
    /** Headlines that belong to other articles: nothing in them is told by this one. */
    RELATED;

    /** The name in data and output, as in {@code "dateline"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this zone tells what the article tells, so that events may be read in it. */
    public boolean tells() {
        return switch (this) {
            case HEADLINE, STANDFIRST, CAPTION, BODY -> true;
            case SOURCE, DATELINE, RELATED -> false;
        };
    }
}
