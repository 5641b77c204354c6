package khabar.browse;

import java.util.Locale;
import java.util.function.Function;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.vocab.Base;

/** Makes the record of a page from one reading of the store. */
final class Pages {
    private final Store store;
    private final NamedQuery labels;

    Pages(Store store, Queries queries) {
        this.store = store;
        this.labels = queries.get("page/labels");
    }

    <T> T read(Locale locale, Function<PageReading, T> page) {
        return store.read(dataset -> page.apply(new PageReading(store, labels, locale)));
    }

    Base base() {
        return store.base();
    }

    /** Grows with each change of the data. */
    long version() {
        return store.version();
    }
}
