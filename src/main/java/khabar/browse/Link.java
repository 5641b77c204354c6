package khabar.browse;

/**
 * A thing by its name.
 *
 * @param href a path for what is ours, an http or https address for what is not, empty where nothing is linked to
 * @param iri what names the thing in the data
 */
record Link(Text text, String href, String iri) {
    public boolean foreign() {
        return href.startsWith("http://") || href.startsWith("https://");
    }

    public boolean linked() {
        return !href.isEmpty();
    }
}
