package khabar.browse;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The data says nothing of what the address names. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(String iri) {
        super("nothing is said of " + iri);
    }
}
