/**
 * Long work on the store of a running server: asked for over HTTP or by the hour, done one after the other.
 *
 * <p>Promise: who asks is told at once how to hear of it; a job that goes on for too long is ended between two steps of it,
 * never in the middle of a write, for which nothing is ever interrupted. What a job does is what the command of its name does.
 */
@NullMarked
package khabar.app.jobs;

import org.jspecify.annotations.NullMarked;
