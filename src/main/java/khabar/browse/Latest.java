package khabar.browse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The last one made, in each language, of a page that looks at everything: it stays until the data changes. */
final class Latest<P> {
    private final Pages pages;
    private final Function<PageReading, P> make;
    private final Map<Locale, Made<P>> made = new ConcurrentHashMap<>();

    private record Made<P>(long version, P page, List<Behind> queries) {}

    Latest(Pages pages, Function<PageReading, P> make) {
        this.pages = pages;
        this.make = make;
    }

    P in(Locale locale) {
        // Asked before reading: a change in between makes the page anew once more, never keeps an old one.
        long version = pages.version();
        Made<P> latest = made.compute(
                locale, (language, last) -> last != null && last.version() == version ? last : anew(version, language));
        Pages.show(latest.queries());
        return latest.page();
    }

    private Made<P> anew(long version, Locale locale) {
        return pages.readWithFacets(locale, reading -> {
            P page = make.apply(reading);
            return new Made<>(version, page, reading.queries());
        });
    }
}
