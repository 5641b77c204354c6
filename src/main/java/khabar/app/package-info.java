/**
 * The program: the command line and the application around the flow, put together by plain constructors.
 *
 * <p>Promise: nothing is decided here that a package of the flow could decide; what fails becomes one line on standard
 * error and an exit code.
 */
@NullMarked
package khabar.app;

import org.jspecify.annotations.NullMarked;
