package khabar.export;

import org.apache.jena.graph.Node;

/** What of the store is exported. */
public sealed interface Scope {
    /** All graphs. */
    record Everything() implements Scope {}

    /** One thing: what is said of it, its parts, what names it, and the names of all of these. No graphs are told apart. */
    record OneEntity(Node entity) implements Scope {}

    record OneGraph(Node name) implements Scope {}
}
