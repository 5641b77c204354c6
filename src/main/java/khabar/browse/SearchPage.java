package khabar.browse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.browse.figure.Atlas;
import khabar.browse.figure.Matrix;
import khabar.browse.figure.Network;
import khabar.browse.figure.TimeLine;
import khabar.store.Passage;

/**
 * What was found for some words, or all there is, narrowed as the reader chose.
 *
 * @param asked what the address asks for, as it was understood
 * @param notes what of the address could not be followed
 * @param chosen what narrows the results, each with the way to take it off
 * @param facets what else they can be narrowed by
 * @param seen the events among them as a figure, where the reader wants one
 * @param question that finds these events
 * @param help where nothing was found
 */
record SearchPage(
        Text title,
        Asked asked,
        List<Asked.Note> notes,
        List<Chosen> chosen,
        Facets facets,
        Results results,
        Seen seen,
        Question question,
        Help help)
        implements Page {
    /**
     * @param page number of the page shown, from 1 on
     * @param more whether only the first hits were considered, and there are more
     */
    record Results(List<Result> items, int page, int size, long total, boolean more, List<Choice> orders) {
        public long first() {
            return (page - 1L) * size + 1;
        }

        public long last() {
            return first() + items.size() - 1;
        }
    }

    /**
     * The events among the results as a figure: at most one of these is there.
     *
     * @param drawn how many events the figure shows
     * @param events how many there are
     */
    record Seen(
            Optional<Atlas> map,
            Optional<TimeLine> line,
            Optional<Network> network,
            Optional<Matrix> chart,
            long drawn,
            long events) {
        static Seen nothing(long events) {
            return new Seen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, events);
        }

        static Seen map(Atlas map, long drawn, long events) {
            return new Seen(Optional.of(map), Optional.empty(), Optional.empty(), Optional.empty(), drawn, events);
        }

        static Seen line(TimeLine line, long events) {
            return new Seen(
                    Optional.empty(),
                    Optional.of(line),
                    Optional.empty(),
                    Optional.empty(),
                    line.shown().size() + line.undated().size(),
                    events);
        }

        static Seen network(Network network, long events) {
            return new Seen(Optional.empty(), Optional.empty(), Optional.of(network), Optional.empty(), events, events);
        }

        static Seen chart(Matrix chart, long events) {
            return new Seen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(chart), events, events);
        }

        /** Whether the figure that was asked for has nothing to show. */
        public boolean isEmpty() {
            return map.map(Atlas::isEmpty).orElse(true)
                    && line.map(TimeLine::isEmpty).orElse(true)
                    && network.map(Network::isEmpty).orElse(true)
                    && chart.map(Matrix::isEmpty).orElse(true);
        }
    }

    /** The ways in which the results can be shown. */
    public List<Choice> views() {
        return Stream.of(View.values())
                .map(view -> new Choice(
                        "search.view." + view.word(),
                        Text.plain(""),
                        results.total(),
                        asked.seen(view).href(),
                        view == asked.view()))
                .toList();
    }

    /** One thing found. */
    sealed interface Result {
        /** As in the template. */
        default String sort() {
            return switch (this) {
                case InArticle article -> "article";
                case InEvent event -> "event";
                case InName name -> "name";
            };
        }
    }

    /**
     * An article.
     *
     * @param sentence the sentence of it in which the words were found, where it may be shown
     * @param inBody whether they were found in its text, of which no sentence may be shown
     */
    record InArticle(Origin line, Optional<Shown> sentence, boolean inBody) implements Result {}

    record InEvent(EventCard card) implements Result {}

    /**
     * An actor, a place or a source.
     *
     * @param kind its word, as in {@code person}
     * @param spelling in which it was found, where that is not its name
     */
    record InName(Link thing, String kind, Optional<Shown> spelling, long events, long articles) implements Result {}

    /** Words of the data with those marked that were looked for. */
    record Shown(Passage passage, Text text) {}

    /** What narrows the results. */
    record Chosen(String facet, Choice choice) {}

    /**
     * A value that can be chosen.
     *
     * @param key of the message that names it; empty where its label does
     * @param count of the results that there are when it is chosen
     * @param href the page with it chosen, or without it where it is
     */
    record Choice(String key, Text label, long count, String href, boolean chosen) {}

    /** @param name of the facet, as in addresses */
    record Box(String name, List<Choice> first, List<Choice> more) {
        /** So many stand open. */
        private static final int OPEN = 8;

        static Box of(String name, List<Choice> choices) {
            int open = choices.size() <= OPEN + 2 ? choices.size() : OPEN;
            return new Box(name, choices.subList(0, open), choices.subList(open, choices.size()));
        }

        public boolean isEmpty() {
            return first.isEmpty();
        }
    }

    /**
     * @param from of the period asked for, empty where it is open
     */
    record Facets(List<Box> boxes, Box period, String from, String to) {}

    /**
     * Ways on.
     *
     * @param without the same words without what narrows them, and how many results there are then
     * @param names that are spelled nearly like the words
     * @param words each of them alone
     */
    record Help(Optional<Choice> without, List<Choice> names, List<Choice> words) {
        static final Help NONE = new Help(Optional.empty(), List.of(), List.of());
    }

    public Optional<String> previous() {
        return results.page() > 1 ? Optional.of(asked.at(results.page() - 1).href()) : Optional.empty();
    }

    public Optional<String> next() {
        return results.last() < results.total() && results.page() < Slice.LAST
                ? Optional.of(asked.at(results.page() + 1).href())
                : Optional.empty();
    }

    @Override
    public boolean hasSearchBox() {
        return true;
    }
}
