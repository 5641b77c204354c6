package khabar.event;

import khabar.article.Span;

/**
 * A sentence that tells the event.
 *
 * @param sentence index into the sentences of the article
 * @param span the sentence, in the field
 * @param trigger the words that tell what was done, in the field
 */
public record Evidence(int sentence, String field, Span span, Span trigger) {}
