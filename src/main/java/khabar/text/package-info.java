/**
 * Language, sentences, tokens, normal forms and clitics of an article.
 *
 * <p>Promise: every span is one of the field as given; a normal form maps back to it; nothing is split that might be
 * whole: clitics are candidates. Neither RDF nor Spring is known here.
 */
@NullMarked
package khabar.text;

import org.jspecify.annotations.NullMarked;
