package khabar.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An extract of labels of Wikidata, as its query service gives it: one row for each thing and language, several aliases
 * parted by {@code |} or in rows of their own.
 */
final class WikidataLabels implements NameCollection {
    @Override
    public List<String> columns() {
        return List.of("qid", "type", "label", "lang", "alias");
    }

    @Override
    public List<CollectedName> read(NameTable.Row row) {
        String thing = NameCollection.wikidata(row, "qid");
        Optional<EntityType> type = Optional.of(NameCollection.type(row));
        String language = row.cell("lang");
        String label = row.cell("label");
        List<CollectedName> names = new ArrayList<>();
        if (!label.isEmpty()) {
            names.add(new CollectedName(thing, type, NameCollection.name(row, label, language), true));
        }
        Stream.of(row.cell("alias").split("\\|", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .map(alias -> new CollectedName(thing, type, NameCollection.name(row, alias, language), false))
                .forEach(names::add);
        if (names.isEmpty() || language.isEmpty()) {
            throw row.wrong("no name with its language; fill label or alias, and lang");
        }
        return names;
    }

    @Override
    public List<String> sources() {
        return List.of("https://www.wikidata.org/");
    }

    @Override
    public Optional<String> licence() {
        return Optional.of("https://creativecommons.org/publicdomain/zero/1.0/");
    }
}
