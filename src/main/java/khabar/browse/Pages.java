package khabar.browse;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Store;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Makes the record of a page from one reading of the store. */
final class Pages {
    /** Attribute of a request: the list of {@link Behind} of its page. */
    static final String QUERIES = "queries";

    private final Store store;
    private final NamedQuery labels;
    private final KeptNames names = new KeptNames();
    private final FacetIndex facets;

    Pages(Store store, Queries queries) {
        this.store = store;
        this.facets = new FacetIndex(store);
        this.labels = queries.get("page/labels");
    }

    /** Leaves the queries that were asked where the frame around the page finds them. */
    <T> T read(Locale locale, Function<PageReading, T> page) {
        return read(locale, false, page);
    }

    private <T> T read(Locale locale, boolean withFacets, Function<PageReading, T> page) {
        Cache<Node, KeptNames.Called> kept = names.in(store.version());
        return store.read(dataset -> {
            PageReading reading =
                    new PageReading(store, labels, kept, withFacets ? Optional.of(facets) : Optional.empty(), locale);
            T made = page.apply(reading);
            show(reading.queries());
            return made;
        });
    }

    /** The same for a page that is made of {@link PageReading#facets} where these are there, and of queries where not yet. */
    <T> T readWithFacets(Locale locale, Function<PageReading, T> page) {
        boolean there = facets.refreshed();
        return read(locale, there, page);
    }

    /** The same for a page that cannot do without them. */
    <T> T readWithAllFacets(Locale locale, Function<PageReading, T> page) {
        facets.refresh();
        return read(locale, true, page);
    }

    FacetIndex facets() {
        return facets;
    }

    /** Of a page that was not made anew. */
    static void show(List<Behind> queries) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(QUERIES, queries, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Hands over one row after the other, within one reading. */
    void each(NamedQuery query, Map<String, Node> given, Function<Row, Integer> reader) {
        store.select(query, given, reader);
    }

    Base base() {
        return store.base();
    }

    /** When the data last changed, in UTC. */
    LocalDate changed() {
        return LocalDate.ofInstant(store.modified(), ZoneOffset.UTC);
    }

    /** Grows with each change of the data. */
    long version() {
        return store.version();
    }
}
