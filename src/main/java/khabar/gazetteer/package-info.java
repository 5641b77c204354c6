/**
 * The names that Khabar can recognise, loaded from {@code rdf/gazetteer}: places, persons with their offices, organisations.
 *
 * <p>Promise: every entry comes from a file that names its source; what no source states is absent. Values leave this
 * package as records with keys, not as RDF nodes.
 */
@NullMarked
package khabar.gazetteer;

import org.jspecify.annotations.NullMarked;
