/**
 * What an article is, and how one is read from what other people wrote: plain text, JSON in three vocabularies, pages and
 * feeds. {@link khabar.article.ArticleFiles} is the door.
 *
 * <p>Promise: an {@link khabar.article.Article} that exists is good, and nothing downstream checks it again; whatever is
 * wrong with the input becomes a {@link khabar.article.Problem} that says file and line. Offsets are UTF-16 units into
 * the field as given. Nothing is ever fetched. Neither RDF nor Spring is known here.
 */
@NullMarked
package khabar.article;

import org.jspecify.annotations.NullMarked;
