package khabar.browse;

import java.util.List;

/**
 * All that can be had as a file.
 *
 * @param statements different ones, in all graphs together
 * @param inGraphs the same, one that stands in several graphs counted in each
 * @param version grows by one with every change of the data
 */
record DownloadsPage(
        Text title,
        long statements,
        long inGraphs,
        long version,
        List<Whole> wholes,
        List<Graph> graphs,
        List<Table> tables)
        implements Page {

    /** Everything in one form. */
    record Whole(String name, String mediaType, boolean withGraphs, String href) {}

    /**
     * A named graph, or all those of articles together.
     *
     * @param name key of its words, as in {@code gazetteer}
     * @param graphs how many graphs
     * @param href of its page, empty where there are many
     */
    record Graph(String name, long graphs, long statements, String href) {
        public boolean linked() {
            return !href.isEmpty();
        }
    }

    /** A table for spreadsheets of the things of one kind. */
    record Table(String kind, long rows) {}
}
