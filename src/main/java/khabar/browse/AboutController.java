package khabar.browse;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import khabar.gazetteer.Provenance;
import khabar.store.NamedQuery;
import khabar.store.Queries;
import khabar.store.Row;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells what the data is, from the data. */
@Controller
class AboutController {
    /** So many of the places where the most happened stand for where the data is from. */
    private static final int PLACES = 20;

    private final NamedQuery counts;
    private final NamedQuery languages;
    private final NamedQuery sources;
    private final NamedQuery freshness;
    private final NamedQuery readers;
    private final NamedQuery licences;
    private final NamedQuery vocabularies;
    private final NamedQuery places;
    private final List<Provenance> gazetteer = Provenance.ofAllFiles();
    private final Latest<AboutPage> latest;

    AboutController(Pages pages, Queries queries) {
        this.counts = queries.get("page/counts");
        this.languages = queries.get("page/about-languages");
        this.sources = queries.get("page/about-sources");
        this.freshness = queries.get("page/about-freshness");
        this.readers = queries.get("page/about-readers");
        this.licences = queries.get("page/about-licences");
        this.vocabularies = queries.get("page/about-vocabularies");
        this.places = queries.get("page/busiest-places");
        this.latest = new Latest<>(pages, this::page);
    }

    @GetMapping("/about")
    String about(Locale locale, Model model) {
        model.addAttribute("page", latest.in(locale));
        return "about";
    }

    private AboutPage page(PageReading reading) {
        Map<Node, Long> numbers = reading.rows(counts, Map.of()).stream()
                .collect(Collectors.toMap(row -> row.node("class"), row -> row.integer("count")));
        List<Row> tongues = reading.rows(languages, Map.of());
        List<Row> published = reading.rows(sources, Map.of());
        List<Row> states =
                reading.rows(freshness, Map.of("dataset", reading.base().graph("dataset")));
        List<Row> versions = reading.rows(readers, Map.of());
        List<Row> granted = reading.rows(licences, Map.of());
        List<Row> words = reading.rows(vocabularies, Map.of());
        List<Node> busiest = reading.rows(places, Map.of()).stream()
                .limit(PLACES)
                .map(row -> row.node("thing"))
                .toList();
        AboutPage.Freshness fresh = freshness(reading, states, versions);
        List<AboutPage.Articles> articles = articles(reading, granted);
        return new AboutPage(
                Text.plain(""),
                Arrays.stream(Kind.values())
                        .map(kind -> new HomePage.Count(kind.word(), numbers.getOrDefault(kind.type(), 0L)))
                        .toList(),
                tongues.stream()
                        .map(row -> new AboutPage.Language(
                                Origin.language(reading, row.text("language")), row.integer("articles")))
                        .toList(),
                sources(reading, published),
                new AboutPage.Licences(
                        articles,
                        words.stream()
                                .map(row -> new AboutPage.Vocabulary(
                                        reading.link(row.node("vocabulary")),
                                        Elsewhere.link(row.iri("licence")),
                                        row.optionalText("version")))
                                .toList(),
                        gazetteer.stream().map(file -> names(reading, file)).toList()),
                fresh,
                new AboutPage.Citation(
                        reading.base().iri(),
                        fresh.version(),
                        fresh.read(),
                        articles.stream().map(AboutPage.Articles::licence).findFirst()),
                DatasetJsonLd.of(
                        reading.base(),
                        fresh,
                        busiest.stream()
                                .map(place -> reading.text(place).value())
                                .toList()));
    }

    /** One line for each source; the rows hold one for each of its terms. */
    private static List<AboutPage.Source> sources(PageReading reading, List<Row> rows) {
        Map<Node, List<Row>> bySource = rows.stream()
                .collect(Collectors.groupingBy(row -> row.node("source"), LinkedHashMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(one -> new AboutPage.Source(
                        reading.link(one.getKey()),
                        one.getValue().stream()
                                .mapToLong(row -> row.integer("articles"))
                                .sum(),
                        one.getValue().stream()
                                .collect(Collectors.toMap(
                                        row -> row.text("terms"),
                                        row -> row.integer("articles"),
                                        Long::sum,
                                        LinkedHashMap::new)),
                        day(reading, one.getValue(), "first", BinaryOperator.minBy(String::compareTo)),
                        day(reading, one.getValue(), "last", BinaryOperator.maxBy(String::compareTo))))
                .toList();
    }

    private static Optional<Dates.Shown> day(
            PageReading reading, List<Row> rows, String variable, BinaryOperator<String> which) {
        return rows.stream()
                .flatMap(row -> row.optionalText(variable).stream())
                .reduce(which)
                .map(reading.dates()::of);
    }

    private static AboutPage.Freshness freshness(PageReading reading, List<Row> states, List<Row> versions) {
        Row state = states.getFirst();
        return new AboutPage.Freshness(
                state.optionalText("first").map(reading.dates()::of),
                state.optionalText("last").map(reading.dates()::of),
                state.optionalText("read").map(reading.dates()::of),
                state.optionalText("version"),
                versions.stream()
                        .filter(row -> row.has("reader"))
                        .map(row -> new AboutPage.Reader(
                                row.text("reader"),
                                row.text("gazetteer"),
                                row.integer("articles"),
                                row.optionalText("last").map(reading.dates()::of)))
                        .toList());
    }

    private static List<AboutPage.Articles> articles(PageReading reading, List<Row> rows) {
        Map<String, List<Row>> byLicence = rows.stream()
                .filter(row -> row.has("licence"))
                .collect(Collectors.groupingBy(row -> row.iri("licence"), LinkedHashMap::new, Collectors.toList()));
        return byLicence.entrySet().stream()
                .map(one -> new AboutPage.Articles(
                        Elsewhere.link(one.getKey()),
                        one.getValue().stream()
                                .mapToLong(row -> row.integer("graphs"))
                                .max()
                                .orElse(0),
                        inOneLanguage(
                                reading,
                                one.getValue().stream()
                                        .flatMap(row -> row.optional("rights").stream())
                                        .map(Text::of)
                                        .toList())))
                .toList();
    }

    /** Those in the reader's language; all where there are none. */
    private static List<Text> inOneLanguage(PageReading reading, List<Text> texts) {
        String language = reading.dates().locale().getLanguage();
        List<Text> own = texts.stream()
                .filter(text -> text.lang().equals(language))
                .distinct()
                .toList();
        return own.isEmpty() ? texts : own;
    }

    private static AboutPage.Names names(PageReading reading, Provenance file) {
        List<Text> titles = file.titles().stream()
                .map(name -> new Text(name.text(), name.language()))
                .toList();
        return new AboutPage.Names(
                Names.best(titles, InterfaceLanguage.order(reading.dates().locale()))
                        .orElseThrow(),
                file.sources().stream().map(Elsewhere::link).toList(),
                file.licences().stream().map(Elsewhere::link).toList());
    }
}
