package khabar.browse;

import java.util.List;

/**
 * All things of one kind, or all events of one type: a slice of them. Two of the three lists are empty.
 *
 * @param title what the list is of; empty where the kind's word tells it
 */
record ListPage(Text title, String kind, Slice<EventLine> events, Slice<Origin> articles, Slice<Link> things)
        implements Page {
    static final Slice<EventLine> NO_EVENTS = none();
    static final Slice<Origin> NO_ARTICLES = none();
    static final Slice<Link> NO_THINGS = none();

    private static <T> Slice<T> none() {
        return new Slice<>(List.of(), 1, "page", 0, 1);
    }
}
