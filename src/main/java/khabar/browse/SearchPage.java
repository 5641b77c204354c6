package khabar.browse;

import java.util.List;
import java.util.Optional;

/** What was found for some words. */
record SearchPage(Text title, String asked, List<Group> groups) implements Page {
    /** Things of one kind, the best first. */
    record Group(String kind, List<Hit> hits) {}

    /**
     * One thing found.
     *
     * @param found the words in which it was found, where they are not its name
     */
    record Hit(Link thing, Optional<Text> found) {}
}
