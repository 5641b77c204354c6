package khabar.browse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to name a thing and the state of the data in which it was seen, in words and for programs that keep literature.
 *
 * @param words in English, as bibliographies mostly are
 * @param bibtex an entry for BibTeX
 * @param csl an item of CSL-JSON
 */
record Citation(String words, String bibtex, String csl) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param iri of the thing
     * @param state the number of the state of the data
     * @param day of that state
     */
    static Citation of(String iri, String title, long state, LocalDate day) {
        String key = iri.replaceFirst("^https?://[^/]+/(id/)?", "").replaceAll("[^A-Za-z0-9]+", "-");
        return new Citation(
                "“%s”. Khabar, state %d of the data, %s. %s".formatted(title, state, day, iri),
                """
                @misc{khabar-%s,
                  title = {%s},
                  author = {{Khabar}},
                  year = {%d},
                  howpublished = {\\url{%s}},
                  note = {State %d of the data, %s}
                }
                """.formatted(key, title.replaceAll("[{}\\\\]", ""), day.getYear(), iri, state, day),
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Item(
                                "khabar-" + key,
                                "dataset",
                                title,
                                List.of(Map.of("literal", "Khabar")),
                                Map.of(
                                        "date-parts",
                                        List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))),
                                Long.toString(state),
                                iri)));
    }

    /** The names are those of CSL. */
    @SuppressWarnings("ParameterName")
    private record Item(
            String id,
            String type,
            String title,
            List<Map<String, String>> author,
            Map<String, List<List<Integer>>> issued,
            String version,
            String URL) {}
}
