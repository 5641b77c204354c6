/**
 * What Khabar knows, as files for others: all of it, one graph, or one thing with what hangs on it.
 *
 * <p>Promise: an export is one state of the store, read in one transaction, written as a stream in constant memory. A file
 * has its name only when it is whole and on the disk. What the terms of an article forbid to show is not in its graph, and
 * so in no export. In the formats without graphs, every triple of the union stands once.
 */
@NullMarked
package khabar.export;

import org.jspecify.annotations.NullMarked;
