package khabar.article;

import java.util.Optional;

/**
 * What is known of an article beside its text; all of it may be missing.
 *
 * @param url address, as given
 * @param sourceId the source's own id for the article
 * @param source name of the source, as given
 * @param modified when the text was last changed after its publication
 * @param language BCP 47 tag that the input states
 * @param stated what the input says may be shown
 */
public record Publication(
        Optional<String> url,
        Optional<String> sourceId,
        Optional<String> source,
        Optional<Published> published,
        Optional<Published> modified,
        Optional<String> language,
        Optional<Terms> stated) {
    /** What may be shown: what is stated, else {@link Terms#QUOTES}. */
    public Terms terms() {
        return stated.orElse(Terms.QUOTES);
    }

    /** What may be shown where something is set for the source, too: the stricter of that and what is stated. */
    public Terms terms(Optional<Terms> set) {
        return Terms.allowed(stated, set);
    }
}
