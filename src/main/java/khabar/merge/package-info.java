/**
 * One event for many reports.
 *
 * <p>Two reports may be of one event when enough speaks for it and nothing against it ({@link khabar.merge.Likeness}): points
 * for the same day, place, people, organisations, mode; five are enough. Against it speak another family of types, modes that
 * cannot be one, other days, places of which neither holds the other, sides that each name someone the other does not, and
 * statuses that cannot be of one event: that it happened and that it is denied are two words on one event, which then
 * carries both; what is planned, or only supposed, is an event of its own. Unknown never equals unknown: what is not told
 * gives no points. A report without a day joins an event only where people and place speak for it, and only where it fits no
 * second one. Precision before recall: nothing merges two days of the same people at the same place, but for copies of one
 * story, which may count "on Monday" from different days of printing.
 *
 * <p>Promise: what {@code graph/events} says depends on the articles in the store and on what editors decided, not on the
 * order in which they came, but for the addresses of events that were replaced. What a change may tell on is closed under
 * links first ({@link khabar.merge.Neighbourhood}), found by keys that stand on the events, and then solved as a whole in an
 * order that the reports alone decide ({@link khabar.merge.Clusters}). A report says which other report of its event it is
 * most like, in what, and by how many points. What editors decide of reports ({@link khabar.merge.Decisions}) outweighs all
 * of this: it is stated of reports, since events are outcomes, and joins or keeps apart whole events
 * ({@link khabar.merge.Clusters}), through reports that are no more, too. Copies of one story ({@link khabar.merge.Copies}) count as one source.
 * Nothing is written here: the outcome is a {@link khabar.store.Changes}.
 */
@NullMarked
package khabar.merge;

import org.jspecify.annotations.NullMarked;
