/**
 * What Khabar knows, kept: a TDB2 dataset, the text index over its labels, headlines and quotations, the archive of the
 * originals, and the index over their whole texts.
 *
 * <p>Promise: there is one door for writes. A write is a value, {@link khabar.store.Changes}, computed from a read under
 * the single writer's lock; when the transaction begins, everything in it is ready, so bad data never aborts one. After an
 * abort for any other cause nothing more is written by this process: it is to end, and recovery at the next start takes
 * over. The default graph is the union of all named graphs; nothing is ever written to the stored default graph. Bodies
 * of articles are never in RDF; what may be searched and shown of them is decided by the terms in each article's graph.
 * Both indexes hold nothing that dataset and archive do not: one that lags behind after a crash is made again at the start.
 * Beside the dataset lies a log of what each commit changed; it follows and is no part of the promise: where it misses a
 * commit it begins anew.
 * What readers write about the data lies in a second dataset ({@link khabar.store.Notes}), which nothing serves.
 * Only this package opens transactions, and only it touches TDB2 and Lucene.
 */
@NullMarked
package khabar.store;

import org.jspecify.annotations.NullMarked;
