/**
 * From what people wrote to what is known: the whole flow, and the doors by which articles come in and go out.
 *
 * <p>Start at {@link khabar.ingest.Ingest}. Promise: an article is stored whole or not at all; what is wrong with one is
 * said in one line with file and line, and the rest goes on; reading the same text again changes nothing. What of an
 * article may be shown is decided once, on the way in, by the stricter of what it states and what is set for its source
 * ({@link khabar.ingest.SourceTerms}): its graph then holds nothing else, and everything that is published comes from
 * there. What is set later takes effect by reading again. What editors decide of events, actors and names in articles comes in here, too
 * ({@link khabar.ingest.Editing}): a decision on a name is an input of reading, as the text is, and never a patch on its outcome. Notes of readers on what is wrong ({@link khabar.ingest.Noting}) are an editor's work list
 * and no data: they name nobody, and change nothing until an editor decides. HTTP writes live here and nowhere else.
 */
@NullMarked
package khabar.ingest;

import org.jspecify.annotations.NullMarked;
