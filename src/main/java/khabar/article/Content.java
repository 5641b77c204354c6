package khabar.article;

import java.util.List;

/** The texts of an article and the zones told apart in them, in reading order. */
public record Content(List<Field> fields, List<Zone> zones) {
    public Content {
        fields = List.copyOf(fields);
        zones = List.copyOf(zones);
        for (Zone zone : zones) {
            if (zone.span().end() > text(fields, zone.field()).length()) {
                throw new IllegalArgumentException("zone outside its field: " + zone);
            }
        }
    }

    /** The text of the field with this name, as given. */
    public String text(String field) {
        return text(fields, field);
    }

    /** What stands in a zone, as given. */
    public String text(Zone zone) {
        return zone.span().of(text(zone.field()));
    }

    public List<Zone> zones(ZoneKind kind) {
        return zones.stream().filter(zone -> zone.kind() == kind).toList();
    }

    /** The texts of all zones of a kind, in reading order. */
    public List<String> texts(ZoneKind kind) {
        return zones(kind).stream().map(this::text).toList();
    }

    private static String text(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name))
                .text();
    }
}
