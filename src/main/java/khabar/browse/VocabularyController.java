package khabar.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Owl;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class VocabularyController {
    private static final Set<Node> SHOWN_APART = Set.of(
            Rdf.type,
            Rdfs.label,
            Rdfs.comment,
            Rdfs.isDefinedBy,
            Skos.prefLabel,
            Skos.definition,
            Skos.inScheme,
            Skos.topConceptOf,
            Skos.notation);

    private static final List<String> SORTS =
            List.of("class", "property", "individual", "type", "mode", "context", "quad", "cameo");

    private final Pages pages;
    private final NamedQuery terms;
    private final NamedQuery concepts;
    private final Map<String, NamedQuery> usage;

    VocabularyController(Pages pages, Queries queries) {
        this.pages = pages;
        this.terms = queries.get("page/terms");
        this.concepts = queries.get("page/event-types");
        this.usage = Map.of(
                "class", queries.get("page/usage-class"),
                "property", queries.get("page/usage-property"),
                "individual", queries.get("page/usage-value"));
    }

    @GetMapping("/page/ns")
    String terms(Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> {
            List<Row> rows = reading.rows(terms, Map.of("ontology", NodeFactory.createURI(Kh.ONTOLOGY)));
            return page(reading, Kh.ONTOLOGY, "ns", byTerm(rows, "term"));
        }));
        return "vocabulary";
    }

    @GetMapping("/page/event-types")
    String eventTypes(Locale locale, Model model) {
        model.addAttribute("page", pages.read(locale, reading -> {
            List<Row> rows = reading.rows(concepts, Map.of());
            return page(reading, Khe.Scheme.getURI(), "event-types", byTerm(rows, "concept"));
        }));
        return "vocabulary";
    }

    private VocabularyPage page(PageReading reading, String iri, String path, Map<Node, Statements> byTerm) {
        Map<String, List<VocabularyPage.Word>> bySort = new LinkedHashMap<>();
        SORTS.forEach(sort -> bySort.put(sort, new ArrayList<>()));
        byTerm.forEach((term, said) ->
                bySort.getOrDefault(sort(term, said), new ArrayList<>()).add(word(reading, term, said)));
        return new VocabularyPage(
                Subject.document(reading.base(), iri, path),
                Text.plain(""),
                path,
                bySort.entrySet().stream()
                        .filter(group -> !group.getValue().isEmpty())
                        .map(group -> new VocabularyPage.Group(group.getKey(), group.getValue()))
                        .toList());
    }

    /** Key of its group's heading: class, property, type, mode and so on. */
    static String sort(Node term, Statements said) {
        String name = anchor(term.getURI());
        if (term.getURI().startsWith(Khe.NAMESPACE)) {
            return Stream.of("context", "quad", "cameo")
                    .filter(word -> name.startsWith(word + "-"))
                    .findFirst()
                    .orElse(said.one(Skos.broader).isPresent() ? "mode" : "type");
        }
        List<Node> types = said.all(Rdf.type);
        if (types.contains(Owl.Class)) {
            return "class";
        }
        return types.stream().anyMatch(type -> type.getURI().endsWith("Property")) ? "property" : "individual";
    }

    /** What follows # in an IRI. */
    static String anchor(String iri) {
        return iri.substring(iri.indexOf('#') + 1);
    }

    private VocabularyPage.Word word(PageReading reading, Node term, Statements said) {
        String iri = term.getURI();
        return new VocabularyPage.Word(
                anchor(iri),
                iri,
                inBoth(reading, said.texts(Rdfs.label), said.texts(Skos.prefLabel)),
                inBoth(reading, said.texts(Rdfs.comment), said.texts(Skos.definition)),
                Fact.but(reading, said, SHOWN_APART),
                Optional.ofNullable(usage.get(sort(term, said)))
                        .map(query -> Behind.of(query, Map.of("term", term), reading.dates())
                                .href()));
    }

    /** The reader's own language first. */
    static List<Text> inBoth(PageReading reading, List<Text> some, List<Text> others) {
        String first = reading.dates().locale().getLanguage();
        return Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted(Comparator.comparing((Text text) -> !text.lang().equals(first)))
                .toList();
    }

    private static Map<Node, Statements> byTerm(List<Row> rows, String variable) {
        Map<Node, List<Row>> grouped = rows.stream()
                .collect(Collectors.groupingBy(row -> row.node(variable), LinkedHashMap::new, Collectors.toList()));
        Map<Node, Statements> byTerm = new LinkedHashMap<>();
        grouped.forEach((term, some) -> byTerm.put(term, Statements.of(some)));
        return byTerm;
    }
}
