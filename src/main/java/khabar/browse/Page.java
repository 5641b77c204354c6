package khabar.browse;

import java.util.Optional;

/** What every page has, for the frame around it. */
interface Page {
    /** What the page is about, for the title of the window. */
    Text title();

    /** The thing of the data that the page shows. */
    default Optional<Subject> subject() {
        return Optional.empty();
    }

    /** Whether it has a box to search in of its own, so that the frame need not have one. */
    default boolean hasSearchBox() {
        return false;
    }
}
