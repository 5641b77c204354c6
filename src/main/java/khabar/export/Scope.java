package khabar.export;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** What of the store is exported. */
public sealed interface Scope {
    /** All graphs. */
    record Everything() implements Scope {}

    /** One thing: what is said of it, its parts, what names it, and the names of all of these. No graphs are told apart. */
    record OneEntity(Node entity) implements Scope {}

    record OneGraph(Node name) implements Scope {}

    /**
     * What the articles of a period or of a source say, and the events that they tell. No graphs are told apart.
     *
     * @param source its IRI; else all
     * @param from first day of publication, as in {@code 2017-09-12}, or a month or year; else from the beginning
     * @param to likewise the last
     */
    record Articles(Optional<Node> source, Optional<String> from, Optional<String> to) implements Scope {
        private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?");

        /** Throws {@link IllegalArgumentException} with one line for a person where a day is none. */
        public static Articles of(Optional<Node> source, Optional<String> from, Optional<String> to) {
            Stream.of(from, to).flatMap(Optional::stream).forEach(day -> {
                if (!DAY.matcher(day).matches()) {
                    throw new IllegalArgumentException("not a day, month or year: \"" + day + "\"; give 2017-09-12");
                }
            });
            return new Articles(source, from, to);
        }

        /** Years, months and days compare as text; the end of a month or year is the end of its days. */
        boolean covers(String day) {
            return from.map(first -> day.compareTo(first) >= 0).orElse(true)
                    && to.map(last -> day.compareTo(last) <= 0 || day.startsWith(last))
                            .orElse(true);
        }
    }
}
