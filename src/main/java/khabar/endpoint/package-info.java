/**
 * What machines ask over HTTP: SPARQL, and one address for each thing.
 *
 * <p>Promise: nothing here writes; every 200 has a body that parses; what is refused is refused before it is run and says
 * why; IRIs come from the base setting, never from the request. Pages for people are the next package's: where HTML is
 * preferred the request is forwarded to {@code /page/…}.
 *
 * <p>The description of the data is counted once for each state of it ({@link khabar.endpoint.SelfDescription}) and leaves out
 * the graph that holds it: what describes cannot be counted without changing what is said. Whoever may write lays it down.
 *
 * <p>SPARQL comes in through Fuseki, which shares the servlet container and the port. Fuseki brings the request to
 * {@link khabar.endpoint.GuardedQuery}; reading, guarding, running and writing are ours, because a query must be refused
 * before it runs and because an answer that breaks off must not begin with 200.
 */
@NullMarked
package khabar.endpoint;

import org.jspecify.annotations.NullMarked;
