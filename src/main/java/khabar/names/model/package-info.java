/**
 * Names by a transformer that the user has: token classification with a WordPiece vocabulary, in ONNX.
 *
 * <p>Promise: nothing is fetched from anywhere; only what lies in one folder is read, and a model whose hash is another
 * than the one written down beside it is refused. The runtime is an optional dependency: the one class that knows it, {@link
 * khabar.names.model.OnnxNetwork}, is loaded when a model is opened and not before. Long sentences go in as windows that
 * overlap, a word has the label of its first piece, read where it has most words about it (Devlin et al. 2019, section 5.3).
 *
 * <p>A time budget makes a reading depend on the speed of the machine, so it is generous, and an article that the model
 * gave up is known by its reader version and read again by the next {@code reread}.
 */
@NullMarked
package khabar.names.model;

import org.jspecify.annotations.NullMarked;
