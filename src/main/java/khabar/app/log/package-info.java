/**
 * What the server writes down of who asks it what.
 *
 * <p>Promise: nothing personal. A client is a number that is another one every day, made with a secret that is never written
 * anywhere and gone the next day; what a query says is written only where the owner sets so; and all of it is deleted after
 * a time that is set.
 */
@NullMarked
package khabar.app.log;

import org.jspecify.annotations.NullMarked;
