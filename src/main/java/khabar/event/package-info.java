/**
 * Who did what to whom, where and when, as one article says it, in PLOVER codes.
 *
 * <p>Promise: every report has its type, at least one participant, and the sentences that say so; a date or a place that
 * the clause does not give stays unknown. Patterns are data ({@code patterns/}), in lemmas and codes. Neither RDF nor
 * Spring is known here.
 */
@NullMarked
package khabar.event;

import org.jspecify.annotations.NullMarked;
