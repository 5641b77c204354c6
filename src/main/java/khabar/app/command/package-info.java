/**
 * The command line.
 *
 * <p>Promise: results go to standard output and nothing else does; trouble is one line on standard error and one of the
 * {@link khabar.app.command.ExitCode}s. Only {@code serve} starts Spring.
 */
@NullMarked
package khabar.app.command;

import org.jspecify.annotations.NullMarked;
