package khabar.browse;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Words;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Skos;
import khabar.vocab.Wgs84;
import khabar.vocab.Xsd;
import org.apache.jena.graph.Node;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Names that go on as someone has begun to type, for the fields of forms. */
@RestController
class SuggestionController {
    private static final int MOST = 8;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MediaType OPEN_SEARCH =
            MediaType.parseMediaType("application/x-suggestions+json;charset=utf-8");

    private static final List<Word> OTHERS = List.of(
            other("rdfs", Rdfs.NAMESPACE, "label"),
            other("skos", Skos.NAMESPACE, "altLabel"),
            other("skos", Skos.NAMESPACE, "broader"),
            other("skos", Skos.NAMESPACE, "prefLabel"),
            other("schema", Schema.NAMESPACE, "headline"),
            other("schema", Schema.NAMESPACE, "inLanguage"),
            other("schema", Schema.NAMESPACE, "publisher"),
            other("schema", Schema.NAMESPACE, "datePublished"),
            other("wgs", Wgs84.NAMESPACE, "lat"),
            other("wgs", Wgs84.NAMESPACE, "long"),
            other("text", "http://jena.apache.org/text#", "query"),
            other("xsd", Xsd.NAMESPACE, "date"),
            other("xsd", Xsd.NAMESPACE, "integer"));

    private final Pages pages;
    private final NamedQuery vocabulary;
    private final NamedQuery suggestions;

    SuggestionController(Pages pages, Queries queries) {
        this.pages = pages;
        this.vocabulary = queries.get("page/words");
        this.suggestions = queries.get("page/name-suggestions");
    }

    /**
     * A thing whose name, in whatever language and spelling, begins so.
     *
     * @param name in the reader's language
     * @param kind its word, as in {@code person}
     * @param iri what names it in queries
     * @param href its page
     */
    record Suggestion(String name, String kind, long events, String iri, String href) {}

    /**
     * As browsers read suggestions (OpenSearch): what was typed, names, and where they lead, as lists in one; for who asks for
     * {@code application/json}, a list of {@link Suggestion}.
     *
     * @param q what was typed
     * @param kinds the words of those wanted; all where it is empty
     */
    @GetMapping("/suggest")
    ResponseEntity<byte[]> suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> kinds,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            Locale locale) {
        String typed = q.length() > Asked.LONGEST ? q.substring(0, Asked.LONGEST) : q;
        List<Suggestion> found = Words.all(typed)
                .map(some -> pages.read(locale, reading -> suggested(reading, some, kinds)))
                .orElse(List.of());
        boolean asObjects = accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
        return ResponseEntity.ok()
                .contentType(asObjects ? MediaType.APPLICATION_JSON : OPEN_SEARCH)
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .body(JSON.writeValueAsBytes(asObjects ? found : openSearch(typed, found)));
    }

    private static List<Object> openSearch(String typed, List<Suggestion> found) {
        return List.of(
                typed,
                found.stream().map(Suggestion::name).toList(),
                found.stream().map(one -> "").toList(),
                found.stream().map(Suggestion::iri).toList());
    }

    private List<Suggestion> suggested(PageReading reading, Node words, List<String> kinds) {
        List<Row> rows = reading.rows(suggestions, Map.of("words", words)).stream()
                .filter(row -> kinds.isEmpty() || kinds.contains(kind(row)))
                .limit(MOST)
                .toList();
        return rows.stream()
                .map(row -> {
                    Link link = reading.link(row.node("thing"));
                    return new Suggestion(
                            link.text().value(), kind(row), row.integer("events"), link.iri(), link.href());
                })
                .distinct()
                .toList();
    }

    /**
     * A word of the vocabulary as queries write it.
     *
     * @param word with its prefix, as in {@code kh:actor}
     */
    record Word(String word, String label, String prefix, String namespace) {}

    /** All words of the vocabulary and of the event scheme, and the properties of others that the data uses most. */
    @GetMapping("/ask/words")
    List<Word> words(Locale locale) {
        List<Word> ours = pages.read(
                locale,
                reading -> reading.unnamed(vocabulary, Map.of("language", reading.language())).stream()
                        .flatMap(row -> word(row.iri("term"), row.text("label")).stream())
                        .distinct()
                        .toList());
        return Stream.concat(ours.stream(), OTHERS.stream()).toList();
    }

    private static Optional<Word> word(String iri, String label) {
        return iri.startsWith(Kh.NAMESPACE)
                ? Optional.of(new Word("kh:" + iri.substring(Kh.NAMESPACE.length()), label, "kh", Kh.NAMESPACE))
                : iri.startsWith(Khe.NAMESPACE)
                        ? Optional.of(
                                new Word("khe:" + iri.substring(Khe.NAMESPACE.length()), label, "khe", Khe.NAMESPACE))
                        : Optional.empty();
    }

    private static Word other(String prefix, String namespace, String name) {
        return new Word(prefix + ":" + name, "", prefix, namespace);
    }

    private static String kind(Row row) {
        return Kind.of(row.node("class")).map(Kind::word).orElse("");
    }
}
