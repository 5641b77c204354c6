package khabar.browse;

import java.util.List;

/**
 * A question about events as a form.
 *
 * @param types that occur, each with its word in addresses
 * @param filled what stands in the fields, by their names
 * @param notes what of it could not be followed
 * @param places, {@code actors} names to begin with
 */
record AskPage(
        Text title, List<Type> types, Filled filled, List<Asked.Note> notes, List<Text> actors, List<Text> places)
        implements Page {
    /** @param word as in addresses */
    record Type(String word, Text name, long events, boolean chosen) {}

    /** @param a and {@code b} names of actors */
    record Filled(String a, String b, String place, String from, String to, String sources) {}
}
