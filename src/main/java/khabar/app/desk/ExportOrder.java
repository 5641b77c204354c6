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
 * @param base what the IRIs are to begin with instead of the store's own base
 */
public record ExportOrder(
        Format format, boolean gzip, Optional<String> entity, Optional<String> graph, Optional<String> base) {
    String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("format", format.suffix());
        parts.put("gzip", Boolean.toString(gzip));
        entity.ifPresent(iri -> parts.put("entity", iri));
        graph.ifPresent(iri -> parts.put("graph", iri));
        base.ifPresent(iri -> parts.put("base", iri));
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
