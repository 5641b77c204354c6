package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.browse.figure.Atlas;
import khabar.browse.figure.Bars;
import khabar.browse.figure.Network;
import khabar.browse.figure.TimeLine;

/**
 * A box to ask in.
 *
 * @param query what stands in the box
 * @param codes the same in languages of programs, where it was asked
 * @param found what it finds, where it was asked
 */
record SparqlPage(Text title, String query, List<Group> groups, List<Code> codes, Optional<Found> found)
        implements Page {
    /** How a program asks this query. */
    record Code(String name, String text) {}

    /** How a query ended. */
    sealed interface Found {}

    /**
     * A table.
     *
     * @param columns names of the variables
     * @param views in which it can be shown, each with its address
     * @param view the one in which it is
     * @param drawn the figure of that view
     * @param total how many rows there are; shown are the first of them
     * @param cut whether there are more than the endpoint gives out
     * @param downloads the same query, answered to programs
     */
    record Rows(
            List<String> columns,
            List<List<Optional<Link>>> rows,
            long total,
            boolean cut,
            List<SearchPage.Choice> views,
            String view,
            Drawn drawn,
            List<Download> downloads)
            implements Found {
        /** Of this answer, with the query and the view in it. */
        public String address() {
            return views.stream()
                    .filter(SearchPage.Choice::chosen)
                    .map(SearchPage.Choice::href)
                    .findFirst()
                    .orElse("");
        }
    }

    /** At most one figure. */
    record Drawn(Optional<Atlas> map, Optional<TimeLine> line, Optional<Network> network, Optional<Bars> bars) {
        static final Drawn NONE = new Drawn(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Drawn with(Atlas atlas) {
            return new Drawn(Optional.of(atlas), line, network, bars);
        }

        Drawn with(TimeLine other) {
            return new Drawn(map, Optional.of(other), network, bars);
        }

        Drawn with(Network other) {
            return new Drawn(map, line, Optional.of(other), bars);
        }

        Drawn with(Bars other) {
            return new Drawn(map, line, network, Optional.of(other));
        }
    }

    record Truth(boolean value) implements Found {}

    /**
     * No answer, and why, in English.
     *
     * @param line of the query at which it cannot be read, from 1 on, and what stands in it
     */
    record Refused(String title, String detail, Optional<Integer> line, String there) implements Found {}

    record Download(String name, String href) {}

    public Optional<Rows> rows() {
        return found.filter(Rows.class::isInstance).map(Rows.class::cast);
    }

    public Optional<Truth> truth() {
        return found.filter(Truth.class::isInstance).map(Truth.class::cast);
    }

    public Optional<Refused> refused() {
        return found.filter(Refused.class::isInstance).map(Refused.class::cast);
    }

    /** @param folder key of the heading */
    record Group(String folder, List<Example> examples) {}

    /** A query to begin with, told in the reader's language. */
    record Example(String name, String title, String comment) {}
}
