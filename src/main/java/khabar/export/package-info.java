/**
 * What Khabar knows, as files for others: all of it, one graph, or one thing with what hangs on it.
 *
 * <p>Promise: an export is one state of the store, read in one transaction, written as a stream in constant memory. A file
 * has its name only when it is whole and on the disk. What the terms of an article forbid to show is not in its graph, and
 * so in no export. In the formats without graphs, every triple of the union stands once.
 *
 * <p>A dated dump is sorted and so the same for the same data; it begins with a description of what is in it, counted in the
 * same transaction. A patch tells what came and went between two states, and nothing that came and went in between: text that
 * may no more be shown is in none, and where it would have to be named to be taken out, there is no patch.
 */
@NullMarked
package khabar.export;

import org.jspecify.annotations.NullMarked;
