/**
 * The names that Khabar can recognise, loaded from {@code rdf/gazetteer}: places, persons with their offices, organisations.
 *
 * <p>{@link khabar.gazetteer.Gazetteer} is the way in. The files are made by {@code src/distil/gazetteer.py} from the data
 * folder and the hand-written tables beside it; to add a spelling, add it there and run it. What is chosen: cities with
 * an Arabic name, of 50,000 people, or nearer to the news of the Middle East of 15,000; an area that no source names is
 * shown by its code. A name that is an everyday word or a person's too is marked ({@code kh:commonName}), that of a
 * small place is only shown and not looked for ({@code kh:unmatchedName}).
 *
 * <p>Promise: every entry comes from a file that names its source; what no source states is absent. Values leave this
 * package as records with keys, not as RDF nodes.
 */
@NullMarked
package khabar.gazetteer;

import org.jspecify.annotations.NullMarked;
