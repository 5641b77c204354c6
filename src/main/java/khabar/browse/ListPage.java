package khabar.browse;

import java.util.List;

/**
 * All things of one kind: a slice of them. Two of the three lists are empty.
 *
 * @param sorts in which orders it can be had, the one that it has first; empty where there is only one
 */
record ListPage(
        Text title,
        String kind,
        List<String> sorts,
        Slice<EventLine> events,
        Slice<Origin> articles,
        Slice<Thing> things)
        implements Page {
    static final Slice<EventLine> NO_EVENTS = none();
    static final Slice<Origin> NO_ARTICLES = none();
    static final Slice<Thing> NO_THINGS = none();

    /** @param articles how many name it, or come from it */
    record Thing(Link thing, long articles) {}

    private static <T> Slice<T> none() {
        return new Slice<>(List.of(), 1, "page", 0, 1);
    }
}
