/**
 * The words of the graph: addresses under the base IRI, the terms of Khabar's ontology and event scheme, the terms of
 * others that we use, and literals.
 *
 * <p>Promise: every term of {@code ontology/khabar.ttl} is a constant of {@link khabar.vocab.Kh} and the other way round;
 * nothing outside this package spells an IRI. Constants are spelled as the local names of the terms.
 */
@NullMarked
package khabar.vocab;

import org.jspecify.annotations.NullMarked;
