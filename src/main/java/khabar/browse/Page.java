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
}
