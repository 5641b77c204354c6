package khabar.browse.figure;

import java.util.Comparator;

/**
 * A place with a number, as it goes into a map.
 *
 * @param name of the place, in the language {@code lang}
 * @param href the page to which it leads
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param count how much there is at it
 */
public record Spot(String name, String lang, String href, double latitude, double longitude, long count) {
    static final Comparator<Spot> LARGEST_FIRST =
            Comparator.comparingLong(Spot::count).reversed().thenComparing(Spot::href);
}
