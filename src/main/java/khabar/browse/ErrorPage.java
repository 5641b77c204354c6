package khabar.browse;

import java.util.List;
import java.util.Optional;

/**
 * Why there is no page.
 *
 * @param status of HTTP
 * @param words key of the words for it, as in {@code 404} or {@code 4xx}
 * @param gone the thing that was here once
 * @param facts what is still said of it
 */
record ErrorPage(Text title, int status, String words, Optional<String> gone, List<Fact> facts) implements Page {
    /** Those that have words of their own. */
    private static final List<Integer> KNOWN = List.of(400, 404, 405, 406, 410, 414, 503);

    static ErrorPage of(int status) {
        String words = KNOWN.contains(status) ? Integer.toString(status) : status < 500 ? "4xx" : "5xx";
        return new ErrorPage(Text.plain(""), status, words, Optional.empty(), List.of());
    }

    ErrorPage with(String iri, List<Fact> said) {
        return new ErrorPage(title, status, words, Optional.of(iri), said);
    }
}
