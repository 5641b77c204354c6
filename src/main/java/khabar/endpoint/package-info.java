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
 *
 * <p>One who asks much must not be felt by the others. A client has a budget of computing, of places at the same time and of
 * wrong queries (429 says which is exhausted and when to come again); queries that take longer than a second share few
 * places ({@link khabar.endpoint.Lanes}); regular expressions are read in linear time; texts and numbers grow to a bound. What a
 * query holds in memory is bounded by the rows of its answer, by the disk, to which sorting and DISTINCT go, and for the
 * rest, groups above all, by what it can compute in its time. Clients are told apart by address, or by name where they have
 * signed in. A query is ended by whoever knows its id ({@code DELETE /sparql/queries/{id}}): an id of ours
 * cannot be guessed, and a client that wants to end its query gives it an id itself.
 */
@NullMarked
package khabar.endpoint;

import org.jspecify.annotations.NullMarked;
