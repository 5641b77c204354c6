package khabar.store;

import java.time.Instant;

/**
 * What a reader holds to be wrong with a thing. It names nobody: neither who wrote it nor from where.
 *
 * @param key a UUID
 * @param about IRI of the thing
 * @param other the other thing that is meant, as it was written; empty where none is
 * @param words of the reader; may be empty
 * @param at when it came, to the minute
 */
public record Note(
        String key, String about, Complaint complaint, String other, String words, Instant at, Outcome outcome) {
    /** So many characters of words, and of what else is meant. */
    public static final int LONGEST = 1_000;

    public static final int LONGEST_OTHER = 300;

    /** What may be wrong with an event, or with what a name is linked to. */
    public enum Complaint {
        /** It is the same as another one. */
        SAME,
        /** It is several that were taken for one. */
        SEVERAL,
        /** The name stands for somebody or something else. */
        LINK,
        /** Who, when, where or what is not as the sentences say. */
        READING,
        /** Something else, said in words. */
        OTHER
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Nobody has dealt with it yet. */
        record Open() implements Outcome {}

        /**
         * An editor decided accordingly.
         *
         * @param decision its key
         */
        record Applied(String decision) implements Outcome {}

        /**
         * It was put right elsewhere, in the gazetteer say.
         *
         * @param how in words; may be empty
         */
        record Mended(String how) implements Outcome {}

        /**
         * It is not followed.
         *
         * @param why in words; may be empty
         */
        record Dismissed(String why) implements Outcome {}
    }

    public boolean isOpen() {
        return outcome instanceof Outcome.Open;
    }

    Note with(Outcome other) {
        return new Note(key, about, complaint, this.other, words, at, other);
    }
}
