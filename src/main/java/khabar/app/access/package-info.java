/**
 * Who may do what over HTTP.
 *
 * <p>Promise: everybody reads, without a session, a cookie or a header that says so; nobody writes who is not let in. Three
 * are known: the owner, who holds the token of the store's folder and stands on this machine; editors, who may do what the
 * owner may; readers, whose queries may take more. Users are set, with the hash of a password, and there are none until
 * then, so that a server writes nothing for anybody outside. Spring Security is put together here by hand: what Boot would
 * configure guards pages that are public.
 */
@NullMarked
package khabar.app.access;

import org.jspecify.annotations.NullMarked;
