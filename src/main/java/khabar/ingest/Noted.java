package khabar.ingest;

import khabar.store.Note;

/** What became of a note that came in, or of what an editor wanted done with one. */
public sealed interface Noted {
    record Done(Note note) implements Noted {}

    /** The note, or the thing that it is about, is not there. */
    record NotThere() implements Noted {}

    /** It is not taken. */
    record Refused(Why why) implements Noted {}

    /** The decision that an editor wants cannot be. */
    record Impossible(String why) implements Noted {}

    /** Why a note is not taken. */
    enum Why {
        /** Notes are not taken from whoever sent it. */
        CLOSED,
        /** It says nothing. */
        EMPTY,
        LONG,
        /** Too many came within the hour. */
        OFTEN,
        /** Too many wait for an editor. */
        FULL
    }
}
