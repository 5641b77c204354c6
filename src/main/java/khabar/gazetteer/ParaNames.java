package khabar.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of ParaNames: J. Sälevä and C. Lignos, "ParaNames: A Massively Multilingual Entity Name Corpus", 2022, which is
 * made of the labels of Wikidata.
 */
final class ParaNames implements NameCollection {
    @Override
    public List<String> columns() {
        return List.of("wikidata_id", "eng", "label", "language", "type");
    }

    @Override
    public List<CollectedName> read(NameTable.Row row) {
        String thing = NameCollection.wikidata(row, "wikidata_id");
        Optional<EntityType> type = Optional.of(NameCollection.type(row));
        if (row.cell("label").isEmpty() || row.cell("language").isEmpty()) {
            throw row.wrong("no name with its language; fill label and language");
        }
        List<CollectedName> names = new ArrayList<>();
        if (!row.cell("eng").isEmpty()) {
            names.add(new CollectedName(thing, type, NameCollection.name(row, row.cell("eng"), "en"), true));
        }
        names.add(new CollectedName(
                thing, type, NameCollection.name(row, row.cell("label"), row.cell("language")), true));
        return names;
    }

    @Override
    public List<String> sources() {
        return List.of("https://github.com/bltlab/paranames", "https://www.wikidata.org/");
    }

    @Override
    public Optional<String> licence() {
        return Optional.empty();
    }
}
