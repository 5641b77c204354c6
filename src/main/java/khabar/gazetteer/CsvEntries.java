package khabar.gazetteer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * The descriptions that the rows of a CSV file of a user's stand for, as if they were written in Turtle. Rows of one key
 * add up: so a person has several offices.
 */
final class CsvEntries {
    static final List<String> COLUMNS = List.of(
            "key",
            "type",
            "name_en",
            "name_ar",
            "aliases",
            "country",
            "codes",
            "latitude",
            "longitude",
            "population",
            "within",
            "source",
            "same_as",
            "office_en",
            "office_ar",
            "office_of",
            "from",
            "to",
            "known_until");
    private static final Set<String> REQUIRED = Set.of("key", "type", "source");
    private static final Map<String, EntityType> TYPES = Map.of(
            "person",
            EntityType.PERSON,
            "organisation",
            EntityType.ORGANISATION,
            "city",
            EntityType.PLACE,
            "area",
            EntityType.PLACE,
            "country",
            EntityType.PLACE);

    private final UserFile file;
    private final Map<String, Integer> offices = new HashMap<>();
    private final Map<String, UserFile.Placed> bySubject = new LinkedHashMap<>();

    private CsvEntries(UserFile file) {
        this.file = file;
    }

    static List<UserFile.Placed> of(UserFile file) {
        CsvEntries entries = new CsvEntries(file);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser rows = CSVParser.parse(new StringReader(file.text()), format)) {
            entries.checkHeader(rows.getHeaderNames());
            for (CSVRecord row : rows) {
                entries.read(row, rows.getCurrentLineNumber());
            }
        } catch (IllegalArgumentException header) {
            throw new WrongEntry(file.name(), 1, "the header cannot be read: " + header.getMessage());
        } catch (UncheckedIOException | IOException broken) {
            throw new WrongEntry(file.name(), "not CSV: " + broken.getMessage());
        }
        return List.copyOf(entries.bySubject.values());
    }

    private void checkHeader(List<String> header) {
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                throw new WrongEntry(
                        file.name(),
                        1,
                        "there is no column \"" + column + "\"; the columns are " + String.join(",", COLUMNS));
            }
        }
        REQUIRED.stream()
                .filter(column -> !header.contains(column))
                .sorted()
                .findFirst()
                .ifPresent(column -> {
                    throw new WrongEntry(
                            file.name(),
                            1,
                            "the column " + column + " is missing; the first line names the columns, as in "
                                    + String.join(",", COLUMNS));
                });
    }

    private void read(CSVRecord row, long line) {
        Row cells = new Row(
                file.name(),
                row,
                line - row.values()[row.size() - 1].lines().skip(1).count());
        EntityType type = Optional.ofNullable(TYPES.get(cells.required("type").toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> cells.wrong("type is \"" + cells.required("type")
                        + "\"; expected person, organisation, city, area or country"));
        String key = cells.required("key");
        String subject = "id/" + type.segment() + "/" + key;
        Map<String, List<Value>> values = new LinkedHashMap<>();
        put(values, Description.TYPE, new Value.Iri(Description.KH + name(type)));
        cells.text("name_en").ifPresent(name -> put(values, Description.LABEL, literal(name, "en")));
        cells.text("name_ar").ifPresent(name -> put(values, Description.LABEL, literal(name, "ar")));
        cells.parts("aliases").forEach(alias -> put(values, Description.ALT_LABEL, alias(alias)));
        cells.parts("same_as").forEach(iri -> put(values, Description.EXACT_MATCH, new Value.Iri(iri)));
        cells.parts("source").forEach(source -> put(values, Description.SOURCE, source(source)));
        switch (type) {
            case PERSON -> {
                country(cells, values);
                office(cells, key, subject);
            }
            case ORGANISATION -> {
                country(cells, values);
                cells.parts("codes").forEach(code -> put(values, Description.KH + "sector", literal(code, "")));
            }
            case PLACE -> place(cells, values);
        }
        add(new UserFile.Placed(new Description(subject, values), cells.line()));
    }

    private static String name(EntityType type) {
        return type.segment().substring(0, 1).toUpperCase(Locale.ROOT)
                + type.segment().substring(1);
    }

    private static void country(Row cells, Map<String, List<Value>> values) {
        cells.text("country")
                .ifPresent(code -> put(
                        values, Description.KH + "country", iri("id/organisation/" + code.toLowerCase(Locale.ROOT))));
    }

    private static void place(Row cells, Map<String, List<Value>> values) {
        put(values, Description.KH + "feature", literal(cells.required("type").toLowerCase(Locale.ROOT), ""));
        cells.text("country")
                .ifPresent(code ->
                        put(values, Description.KH + "countryCode", literal(code.toUpperCase(Locale.ROOT), "")));
        cells.text("within").ifPresent(key -> put(values, Description.KH + "within", iri("id/place/" + key)));
        cells.text("latitude").ifPresent(value -> put(values, Description.LATITUDE, literal(value, "")));
        cells.text("longitude").ifPresent(value -> put(values, Description.LONGITUDE, literal(value, "")));
        cells.text("population").ifPresent(value -> put(values, Description.KH + "population", literal(value, "")));
    }

    private void office(Row cells, String key, String person) {
        if (cells.text("office_en").isEmpty() && cells.text("office_ar").isEmpty()) {
            return;
        }
        Map<String, List<Value>> values = new LinkedHashMap<>();
        put(values, Description.TYPE, new Value.Iri(Description.KH + "Tenure"));
        put(values, Description.KH + "holder", iri(person));
        cells.text("office_en").ifPresent(name -> put(values, Description.LABEL, literal(name, "en")));
        cells.text("office_ar").ifPresent(name -> put(values, Description.LABEL, literal(name, "ar")));
        String of = cells.text("office_of").or(() -> cells.text("country")).orElse("");
        if (!of.isEmpty()) {
            put(values, Description.KH + "officeOf", iri("id/organisation/" + of.toLowerCase(Locale.ROOT)));
        }
        put(values, Description.KH + "from", Value.literal(cells.required("from")));
        cells.text("to").ifPresent(to -> put(values, Description.KH + "to", Value.literal(to)));
        cells.text("known_until").ifPresent(until -> put(values, Description.KH + "knownUntil", Value.literal(until)));
        // Apart from those that come with the program, which count from 0 below the bare key.
        int index = offices.merge(key, 1, Integer::sum);
        add(new UserFile.Placed(new Description("id/tenure/" + key + "-own-" + index, values), cells.line()));
    }

    private void add(UserFile.Placed row) {
        UserFile.Placed first = bySubject.putIfAbsent(row.description().subject(), row);
        if (first != null) {
            row.description()
                    .values()
                    .forEach((property, all) ->
                            all.forEach(value -> put(first.description().values(), property, value)));
        }
    }

    private static void put(Map<String, List<Value>> values, String property, Value value) {
        List<Value> all = values.computeIfAbsent(property, name -> new ArrayList<>(1));
        if (!all.contains(value)) {
            all.add(value);
        }
    }

    /** {@code Daesh@fr}; without a language by the letters it is written in. */
    private static Value alias(String alias) {
        int at = alias.lastIndexOf('@');
        if (at > 0 && alias.substring(at + 1).matches("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")) {
            return literal(alias.substring(0, at).strip(), alias.substring(at + 1));
        }
        return literal(alias, new Name(alias, "").isArabic() ? "ar" : "en");
    }

    private static Value source(String source) {
        return source.matches("https?://\\S+") ? new Value.Iri(source) : literal(source, "en");
    }

    private static Value literal(String text, String language) {
        return new Value.Literal(text, language.toLowerCase(Locale.ROOT));
    }

    private static Value iri(String path) {
        return new Value.Iri(path);
    }

    /** One row, and the line it begins on. */
    private record Row(String file, CSVRecord cells, long line) {
        Optional<String> text(String column) {
            if (!cells.isMapped(column) || !cells.isSet(column)) {
                return Optional.empty();
            }
            return Optional.of(cells.get(column).strip()).filter(text -> !text.isEmpty());
        }

        String required(String column) {
            return text(column).orElseThrow(() -> wrong("the column " + column + " is empty"));
        }

        List<String> parts(String column) {
            return text(column).stream()
                    .flatMap(text -> Stream.of(text.split("\\|", -1)))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        WrongEntry wrong(String message) {
            return new WrongEntry(file, line, message);
        }
    }
}
