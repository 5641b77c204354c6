package khabar.names;

import khabar.article.Span;

/**
 * A name in the text.
 *
 * @param sentence index into the sentences of the {@link khabar.text.SegmentedArticle}
 * @param first index of its first token in that sentence
 * @param last index after its last token
 * @param span where it stands in the field, attached particles (و ب ل ك) left out
 * @param confidence 0 to 1, that these characters are a name of this type
 */
public record Mention(
        int sentence, int first, int last, String field, Span span, String text, MentionType type, double confidence) {}
