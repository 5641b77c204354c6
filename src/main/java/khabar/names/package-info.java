/**
 * Who and where: the names in an article, and what each stands for.
 *
 * <p>Promise: every mention's span is one of its field and its text stands there; nothing is linked that the gazetteer or
 * a rule does not license. Neither RDF nor Spring is known here.
 */
@NullMarked
package khabar.names;

import org.jspecify.annotations.NullMarked;
