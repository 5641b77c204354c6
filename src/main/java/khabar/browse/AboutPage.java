package khabar.browse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the data is: how much of what, from whom, under which licence, how fresh.
 *
 * @param jsonLd the same for search engines, fit to stand in a script
 */
record AboutPage(
        Text title,
        List<HomePage.Count> counts,
        List<Language> languages,
        List<Source> sources,
        Licences licences,
        Freshness freshness,
        Citation citation,
        String jsonLd)
        implements Page {

    /** @param name in the reader's language */
    record Language(String name, long articles) {}

    /** @param terms what may be shown, with the number of articles to which it applies */
    record Source(
            Link source,
            long articles,
            Map<String, Long> terms,
            Optional<Dates.Shown> first,
            Optional<Dates.Shown> last) {}

    record Licences(List<Articles> articles, List<Vocabulary> vocabularies, List<Names> gazetteer) {}

    /** Graphs of articles under one licence. */
    record Articles(Link licence, long graphs, List<Text> rights) {}

    record Vocabulary(Link vocabulary, Link licence, Optional<String> version) {}

    /** A list of names that come from the same sources. */
    record Names(Text title, List<Link> sources, List<Link> licences) {}

    /** @param version grows by one with every change of the data */
    record Freshness(
            Optional<Dates.Shown> first,
            Optional<Dates.Shown> last,
            Optional<Dates.Shown> read,
            Optional<String> version,
            List<Reader> readers) {}

    /** Versions of the program and of its list of names. */
    record Reader(String reader, String gazetteer, long articles, Optional<Dates.Shown> last) {}

    record Citation(String address, Optional<String> version, Optional<Dates.Shown> day, Optional<Link> licence) {}
}
