/**
 * What a person at the command line may ask of a store, whether this process opens it or a running server holds it.
 *
 * <p>Promise: both answers are the same bytes. A server is known by the file that it leaves in the store directory.
 */
@NullMarked
package khabar.app.desk;

import org.jspecify.annotations.NullMarked;
