/**
 * One event for many reports.
 *
 * <p>Two reports may be of one event when enough speaks for it and nothing against it ({@link khabar.merge.Likeness}): points
 * for the same day, place, people, organisations, mode, number of dead or wounded; five are enough. What agrees is what every
 * language has: things known, days and numbers, so that an Arabic report finds its English one as it finds another Arabic
 * one. Words are compared in one language only, where they tell copies. Against it speak another family of types, modes that
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
 *
 * <p>Storylines ({@link khabar.merge.Storylines}): each event goes on from the one or two earlier ones with which it has most
 * in common ({@link khabar.merge.StoryLink}), by points again, three of which are needed; what hangs together so, three
 * events or more, is a storyline. One thing in common never is enough, since a president meets many; what is common to more
 * than 40 events of 90 days is no sign at all, which does for rarity what inverse document frequency would, without every
 * article changing every weight. An article on the later event that recalls the earlier one speaks for it, chronicles do
 * not: that is how journalists say themselves what belongs together. Who links what, the points and what is shared stand in
 * {@code graph/storylines} as data. Why two predecessors: with one, summits and visits of the same war fell into chains that
 * never met. Where more than a hundred events hang together only stronger links count, so that a change is told in bounded
 * time and a war is not one story. The weights are set by hand; the stories of the sample were marked before
 * ({@code StorylineEvaluation}), and the sample is what they were set by.
 */
@NullMarked
package khabar.merge;

import org.jspecify.annotations.NullMarked;
