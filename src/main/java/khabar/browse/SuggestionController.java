package khabar.browse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import khabar.endpoint.Prefixes;
import khabar.endpoint.SelfDescription;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.store.Words;
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

    /** What may stand behind a prefix without more ado. */
    private static final Pattern LOCAL_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private final Pages pages;
    private final NamedQuery vocabulary;
    private final NamedQuery suggestions;
    private final SelfDescription description;

    SuggestionController(Pages pages, Queries queries, SelfDescription description) {
        this.pages = pages;
        this.description = description;
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
     * A word of a vocabulary as queries write it.
     *
     * @param word with its prefix, as in {@code kh:actor}
     * @param statements where it is a property: of things of each class, by the IRI of the class, how many
     */
    record Word(String word, String label, String prefix, String namespace, Map<String, Long> statements) {}

    /** All words of the vocabulary and of the event scheme, and the properties of others that the data uses. */
    @GetMapping("/ask/words")
    List<Word> words(Locale locale) {
        Map<String, Map<String, Long>> used = PropertyUse.byProperty(description.graph());
        Map<String, Word> words = new LinkedHashMap<>();
        pages.read(
                        locale,
                        reading -> reading.unnamed(vocabulary, Map.of("language", reading.language())).stream()
                                .toList())
                .forEach(row -> word(row.iri("term"), row.text("label"), used)
                        .ifPresent(word -> words.putIfAbsent(word.word(), word)));
        used.keySet().stream()
                .sorted()
                .forEach(iri -> word(iri, "", used).ifPresent(word -> words.putIfAbsent(word.word(), word)));
        OTHERS.forEach(word -> words.putIfAbsent(word.word(), word));
        return List.copyOf(words.values());
    }

    private static Optional<Word> word(String iri, String label, Map<String, Map<String, Long>> used) {
        return Prefixes.ALL.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue())
                        && LOCAL_NAME
                                .matcher(iri.substring(prefix.getValue().length()))
                                .matches())
                .map(prefix -> new Word(
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()),
                        label,
                        prefix.getKey(),
                        prefix.getValue(),
                        used.getOrDefault(iri, Map.of())))
                .findFirst();
    }

    private static Word other(String prefix, String namespace, String name) {
        return new Word(prefix + ":" + name, "", prefix, namespace, Map.of());
    }

    private static String kind(Row row) {
        return Kind.of(row.node("class")).map(Kind::word).orElse("");
    }
}
