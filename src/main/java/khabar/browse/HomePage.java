package khabar.browse;

import java.util.List;

/** Where a visitor starts: how much there is, and the latest of it. */
record HomePage(Text title, List<Count> counts, List<EventLine> events, List<Origin> articles) implements Page {
    /** @param kind word in addresses, as in {@code person} */
    record Count(String kind, long number) {}
}
