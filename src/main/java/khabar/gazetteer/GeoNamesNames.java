package khabar.gazetteer;

import java.util.List;
import java.util.Optional;

/**
 * The table {@code alternateNamesV2} of <a href="https://download.geonames.org/export/dump/readme.txt">GeoNames</a>. Its
 * language column also says what is no name (links, postal codes, airports): no BCP 47 tag that anybody asks for.
 */
final class GeoNamesNames implements NameCollection {
    private static final int PLACE = 1;
    private static final int LANGUAGE = 2;
    private static final int NAME = 3;
    private static final int PREFERRED = 4;
    private static final int HISTORIC = 7;
    private static final int TO = 9;
    /** Tables from before the columns from and to have eight. */
    private static final int FEWEST = 8;

    private static final int MOST = 10;

    static String iri(String id) {
        return "https://sws.geonames.org/" + id + "/";
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public List<CollectedName> read(NameTable.Row row) {
        if (row.size() < FEWEST || row.size() > MOST) {
            throw row.wrong(row.size() + " cells parted by tabs; expected the " + MOST
                    + " of GeoNames' alternateNamesV2.txt, from alternateNameId to to");
        }
        String id = row.cell(PLACE);
        if (!id.matches("[1-9]\\d{0,9}")) {
            throw row.wrong("geonameid is \"" + id + "\"; expected a number");
        }
        for (int flag = PREFERRED; flag <= HISTORIC; flag++) {
            if (!row.cell(flag).matches("[01]?")) {
                throw row.wrong("cell " + (flag + 1) + " is \"" + row.cell(flag) + "\"; expected 1 or nothing");
            }
        }
        boolean ended = row.cell(HISTORIC).equals("1")
                || row.size() == MOST && !row.cell(TO).isEmpty();
        if (ended || !row.cell(LANGUAGE).matches("[a-z]{2,3}(-[A-Za-z0-9]+)*")) {
            return List.of();
        }
        return List.of(new CollectedName(
                iri(id),
                Optional.empty(),
                NameCollection.name(row, row.cell(NAME), row.cell(LANGUAGE)),
                row.cell(PREFERRED).equals("1")));
    }

    @Override
    public List<String> sources() {
        return List.of("https://www.geonames.org/");
    }

    @Override
    public Optional<String> licence() {
        return Optional.of("https://creativecommons.org/licenses/by/4.0/");
    }
}
