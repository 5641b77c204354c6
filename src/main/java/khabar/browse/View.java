package khabar.browse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the results of a search are shown; all but the list show the events among them. */
enum View {
    LIST,
    MAP,
    TIMELINE,
    NETWORK,
    CHART;

    /** As in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<View> of(String word) {
        return Arrays.stream(values()).filter(view -> view.word().equals(word)).findFirst();
    }
}
