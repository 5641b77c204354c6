package khabar.article;

import java.util.Optional;

/**
 * What is known of an article beside its text; all of it may be missing.
 *
 * @param url address, as given
 * @param sourceId the source's own id for the article
 * @param source name of the source, as given
 * @param language BCP 47 tag that the input states
 */
public record Publication(
        Optional<String> url,
        Optional<String> sourceId,
        Optional<String> source,
        Optional<Published> published,
        Optional<String> language,
        Terms terms) {}
