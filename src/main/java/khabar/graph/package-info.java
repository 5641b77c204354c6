/**
 * What one article says, as triples, and the gate that they must pass before they are stored.
 *
 * <p>Promise: everything that an article says stands in one graph, which is replaced whole; names of known things stand
 * apart, to be added to the graphs of the gazetteer and of dark actors; no blank node, and nothing that the terms of the
 * source forbid to show. Related headlines belong to other articles: of the names in them nothing is said. The shortcuts
 * of events ({@code kh:actor} …) never stand on reports, so that the union of the graphs counts nothing twice.
 */
@NullMarked
package khabar.graph;

import org.jspecify.annotations.NullMarked;
