package khabar.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.vocab.Kh;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Skos;
import khabar.vocab.Wgs84;
import org.apache.jena.graph.Node;

/** A thing in the words of schema.org, for search engines, as JSON-LD that may stand in a page. */
final class ThingJsonLd {
    private static final Map<String, String> TYPES = Map.of(
            "article", "NewsArticle",
            "event", "Event",
            "organisation", "Organization",
            "person", "Person",
            "place", "Place");

    private final Statements said;
    private final Map<String, Object> parts = new LinkedHashMap<>();

    private ThingJsonLd(Statements said) {
        this.said = said;
    }

    /**
     * Says nothing that the data does not say of the thing.
     *
     * @param type as in addresses
     * @return empty where schema.org has no such type
     */
    static Optional<String> of(Node thing, String type, Statements said) {
        return Optional.ofNullable(TYPES.get(type))
                .map(name -> Embedded.json(new ThingJsonLd(said).written(thing, type, name)));
    }

    private Map<String, Object> written(Node thing, String type, String name) {
        parts.put("@context", "https://schema.org/");
        parts.put("@type", name);
        parts.put("@id", thing.getURI());
        texts("name", Rdfs.label);
        texts("alternateName", Skos.altLabel);
        things("sameAs", Skos.exactMatch);
        switch (type) {
            case "article" -> {
                texts("headline", Schema.headline);
                word("datePublished", Schema.datePublished);
                word("dateModified", Schema.dateModified);
                word("inLanguage", Schema.inLanguage);
                things("publisher", Schema.publisher);
            }
            case "event" -> {
                day("startDate", Kh.begin);
                day("endDate", Kh.end);
                things("location", Kh.place);
            }
            case "place" -> {
                things("containedInPlace", Kh.within);
                position();
            }
            default -> {}
        }
        return parts;
    }

    private void texts(String key, Node property) {
        List<Map<String, String>> texts = said.texts(property).stream()
                .map(text -> text.lang().isEmpty()
                        ? Map.of("@value", text.value())
                        : Map.of("@language", text.lang(), "@value", text.value()))
                .toList();
        if (!texts.isEmpty()) {
            parts.put(key, texts);
        }
    }

    private void things(String key, Node property) {
        List<Map<String, String>> things = new ArrayList<>();
        said.all(property).stream().filter(Node::isURI).forEach(thing -> things.add(Map.of("@id", thing.getURI())));
        if (!things.isEmpty()) {
            parts.put(key, things);
        }
    }

    private void word(String key, Node property) {
        said.word(property).ifPresent(word -> parts.put(key, word));
    }

    /** As much of a day as is known: of a month its first day is not. */
    private void day(String key, Node property) {
        int known = switch (said.word(Kh.datePrecision).orElse("unknown")) {
            case "day", "interval" -> "2017-09-12".length();
            case "month" -> "2017-09".length();
            case "year" -> "2017".length();
            default -> 0;
        };
        said.word(property)
                .filter(day -> known > 0 && day.length() >= known)
                .ifPresent(day -> parts.put(key, day.substring(0, known)));
    }

    private void position() {
        Optional<Double> latitude = said.word(Wgs84.lat).map(Double::valueOf);
        Optional<Double> longitude = said.word(Wgs84.longitude).map(Double::valueOf);
        if (latitude.isPresent() && longitude.isPresent()) {
            parts.put(
                    "geo", Map.of("@type", "GeoCoordinates", "latitude", latitude.get(), "longitude", longitude.get()));
        }
    }
}
