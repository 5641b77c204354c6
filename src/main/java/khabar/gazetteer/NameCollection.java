package khabar.gazetteer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A collection of names of people, organisations or places that others publish as a table. */
sealed interface NameCollection permits GeoNamesNames, WikidataLabels, ParaNames {
    Pattern WIKIDATA_ID = Pattern.compile("(?:https?://www\\.wikidata\\.org/entity/)?(Q[1-9]\\d{0,11})");

    /** The columns that the header must name; none where the table has no header. */
    List<String> columns();

    /**
     * The names that a row gives.
     *
     * @throws WrongEntry if the row has another shape
     */
    List<CollectedName> read(NameTable.Row row);

    /** Addresses of where the names are from. */
    List<String> sources();

    /** Address of the terms, where the publisher states them for all of it. */
    Optional<String> licence();

    /** The IRI that Wikidata has for a thing, of its number in a cell. */
    static String wikidata(NameTable.Row row, String column) {
        Matcher id = WIKIDATA_ID.matcher(row.cell(column));
        if (!id.matches()) {
            throw row.wrong(column + " is \"" + row.cell(column) + "\"; expected a number of Wikidata, as Q42");
        }
        return "http://www.wikidata.org/entity/" + id.group(1);
    }

    static EntityType type(NameTable.Row row) {
        return CollectedName.type(row.cell("type"))
                .orElseThrow(() -> row.wrong("type is \"" + row.cell("type")
                        + "\"; expected person, organisation or place (PER, ORG, LOC)"));
    }

    static Name name(NameTable.Row row, String text, String language) {
        String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
        if (Spellings.normals(text).isEmpty()) {
            throw row.wrong("a name without letters: \"" + text + "\"");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw row.wrong("not UTF-8; save the file as UTF-8");
        }
        return new Name(text, tag);
    }
}
