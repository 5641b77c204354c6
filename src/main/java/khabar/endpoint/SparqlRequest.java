package khabar.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A query as it came in.
 *
 * @param defaultGraphs graph names of the protocol: where they or {@code namedGraphs} are given, those of the query do not count
 * @param wanted a form asked for by name; it wins over what is accepted
 * @param known tags of answers that the client has
 * @param limit how long it may run; within the settings
 */
record SparqlRequest(
        QueryText text,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Negotiation accepted,
        Optional<Format> wanted,
        List<String> known,
        Duration limit) {

    SparqlRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
        known = List.copyOf(known);
    }
}
