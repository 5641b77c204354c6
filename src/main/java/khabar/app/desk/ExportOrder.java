package khabar.app.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.export.Format;

/**
 * What is to be exported.
 *
 * @param entity the IRI of the one thing, else all
 * @param graph the IRI of the one graph, else all
 * @param since the number of the state from which on changes are to be told, as RDF Patch
 * @param base what the IRIs are to begin with instead of the store's own base
 */
public record ExportOrder(
        Format format,
        boolean gzip,
        Optional<String> entity,
        Optional<String> graph,
        Articles articles,
        Optional<String> since,
        Optional<String> base) {

    /**
     * Only some articles.
     *
     * @param source key of the source
     * @param from first day of publication, or its month or year
     * @param to likewise the last
     */
    public record Articles(Optional<String> source, Optional<String> from, Optional<String> to) {
        public static final Articles ALL = new Articles(Optional.empty(), Optional.empty(), Optional.empty());
    }

    String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("format", format.suffix());
        parts.put("gzip", Boolean.toString(gzip));
        entity.ifPresent(iri -> parts.put("entity", iri));
        graph.ifPresent(iri -> parts.put("graph", iri));
        articles.source().ifPresent(key -> parts.put("source", key));
        articles.from().ifPresent(day -> parts.put("from", day));
        articles.to().ifPresent(day -> parts.put("to", day));
        since.ifPresent(state -> parts.put("since", state));
        base.ifPresent(iri -> parts.put("base", iri));
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
