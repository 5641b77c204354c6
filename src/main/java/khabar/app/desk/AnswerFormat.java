package khabar.app.desk;

import java.util.Arrays;

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

    static AnswerFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.BAD_DATA, "no form of an answer: " + name));
    }

    public String mediaType() {
        return mediaType;
    }
}
