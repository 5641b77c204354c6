/**
 * One event for many reports.
 *
 * <p>Two reports tell of one event when they have the same PLOVER type, the same set of identified participants whatever
 * their roles, the same known day, the same known place, and statuses that can be of one event: that it happened and that
 * it is denied are two words on one event, which then carries both; what is planned, or only supposed, is an event of its
 * own. Unknown never equals unknown: a report without a day, a place or an identified participant stands alone.
 *
 * <p>Promise: what {@code graph/events} says depends on the articles in the store, not on the order in which they came,
 * but for the addresses of events that were replaced. Only reports that share an event with the changed article are read.
 * Nothing is written here: the outcome is a {@link khabar.store.Changes}.
 */
@NullMarked
package khabar.merge;

import org.jspecify.annotations.NullMarked;
