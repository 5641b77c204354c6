/**
 * How the server is, for machines that look after it.
 *
 * <p>Promise: whether it lives and whether it is ready is told to everybody and tells nothing else; figures are for those who
 * sign in; and nothing here makes the server do more than count.
 */
@NullMarked
package khabar.app.health;

import org.jspecify.annotations.NullMarked;
