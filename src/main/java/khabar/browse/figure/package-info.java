/**
 * Maps, time lines, charts and networks for pages: values in, shapes for SVG out. What a reader sees at once is drawn here on
 * the server, so that no figure needs a script, a tile or another host.
 *
 * <p>Promise: a figure is a record of places on a drawing board of fixed size, in its own units; it says how much it
 * leaves out; whatever it draws stands in its table too, and the template beside it shows both. Nothing here knows the
 * store, RDF or Spring. Where a page runs from right to left, time does so too.
 *
 * <p>Maps are equirectangular, true at the middle latitude of their window. Country shapes and the lines between them are
 * those of Natural Earth, which shows who holds a territory and not who claims it; they state no position of Khabar's.
 */
@NullMarked
package khabar.browse.figure;

import org.jspecify.annotations.NullMarked;
