package khabar.app.desk;

/** How an answer to a query is written. */
public enum AnswerFormat {
    JSON("application/json"),
    CSV("text/csv"),
    TSV("text/tab-separated-values"),
    XML("application/xml"),
    TURTLE("text/turtle"),
    TABLE("text/plain");

    private final String mediaType;

    AnswerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
