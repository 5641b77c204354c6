/**
 * Who and where: the names in an article, and what each stands for.
 *
 * <p>Promise: every mention's span is one of its field and its text stands there; nothing is linked that the gazetteer or
 * a rule does not license. What the statistical recogniser ({@link khabar.names.Recogniser}) finds decides where names
 * stand and of what type they are; rules and gazetteer decide what they stand for ({@link khabar.names.Agreement}). It is
 * a conditional random field: an averaged perceptron with the same features was one point of F1 worse. Neither RDF nor Spring is known here.
 */
@NullMarked
package khabar.names;

import org.jspecify.annotations.NullMarked;
