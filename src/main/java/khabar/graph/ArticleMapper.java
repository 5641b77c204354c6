package khabar.graph;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import khabar.article.Article;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.article.Terms;
import khabar.article.ZoneKind;
import khabar.event.ReportedArticle;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Gazetteer;
import khabar.names.Link;
import khabar.names.Resolution;
import khabar.text.Sketch;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Makes triples of what was read in an article. Safe for use by many threads. */
public final class ArticleMapper {
    /** Share-alike, for the gazetteer's sources are. */
    private static final Node LICENCE = NodeFactory.createURI("https://creativecommons.org/licenses/by-sa/4.0/");

    private static final Node RIGHTS_ENGLISH = Literals.english(
            "Statements by Khabar; places after GeoNames. Headlines and quotations belong to the source of the article.");
    private static final Node RIGHTS_ARABIC = Literals.arabic(
            "البيانات من إعداد «خبر»؛ والأماكن نقلًا عن GeoNames. والعناوين والاقتباسات ملك لمصدر المقال.");

    private final Base base;
    private final Known known;
    private final Clock clock;
    private final Function<String, Optional<Terms>> terms;
    private final EventLabels labels = EventLabels.load();

    /** @param terms what is set for a source, by the source's key */
    public ArticleMapper(Base base, Gazetteer gazetteer, Clock clock, Function<String, Optional<Terms>> terms) {
        this(base, Known.by(gazetteer), clock, terms);
    }

    ArticleMapper(Base base, Known known, Clock clock, Function<String, Optional<Terms>> terms) {
        this.base = base;
        this.known = known;
        this.clock = clock;
        this.terms = terms;
    }

    /** What may be shown of an article: what it states and what is set for its source, the stricter of both. */
    public Terms terms(Article article) {
        Publication publication = article.publication();
        return publication.terms(publication.source().flatMap(name -> terms.apply(SourceKey.of(name, known))));
    }

    /** For an article that is read for the first time now. */
    public ArticleGraph map(ReportedArticle reported, Run run) {
        return map(reported, run, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * For an article that was read before.
     *
     * @param firstRead when the article was read for the first time, which reading it again does not change
     */
    public ArticleGraph map(ReportedArticle reported, Run run, OffsetDateTime firstRead) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        EntityTriples entities = new EntityTriples(base, known);
        Article article = reported.reading().text().article();
        Terms allowed = terms(article);
        Mapping mapping = new Mapping(base, reported.reading(), allowed, graph, entities);
        Node name = base.articleGraph(article.key());

        Node ran = sayRun(mapping, run);
        mapping.add(mapping.node(), Prov.wasGeneratedBy, ran);
        mapping.add(mapping.node(), Kh.firstRead, Literals.dateTime(firstRead.truncatedTo(ChronoUnit.SECONDS)));
        sayArticle(mapping);
        // What acts in an event is said before what is merely named: the same words may name a state and its country.
        ReportTriples reports = new ReportTriples(mapping, known, labels, ran);
        for (int i = 0; i < reported.reports().size(); i++) {
            reports.say(reported.reports().get(i), i + 1);
        }
        reported.reading().links().stream()
                .filter(link -> !mapping.isRelated(link))
                .forEach(mapping::mention);
        sayDateline(mapping, reported.reading().links());
        mapping.add(name, Dct.license, LICENCE);
        mapping.add(name, Dct.rights, RIGHTS_ENGLISH);
        mapping.add(name, Dct.rights, RIGHTS_ARABIC);
        mapping.add(name, Dct.subject, mapping.node());
        return new ArticleGraph(article, allowed, name, graph, entities.gazetteer());
    }

    private Node sayRun(Mapping mapping, Run run) {
        Node node = base.id("run", run.key());
        mapping.add(node, Rdf.type, Kh.Run);
        mapping.add(node, Rdf.type, Prov.Activity);
        mapping.add(node, Kh.readerVersion, Literals.string(run.readerVersion()));
        mapping.add(node, Kh.gazetteerVersion, Literals.string(run.gazetteerVersion()));
        mapping.add(node, Kh.runDay, Literals.date(run.day()));
        return node;
    }

    private void sayArticle(Mapping mapping) {
        Article article = mapping.article();
        Node node = mapping.node();
        mapping.add(node, Rdf.type, Kh.Article);
        sayHeadlines(mapping, node);
        mapping.add(node, Schema.inLanguage, Literals.string(mapping.language()));
        mapping.add(node, Kh.terms, Literals.string(mapping.terms().word()));
        article.publication()
                .stated()
                .ifPresent(stated -> mapping.add(node, Kh.statedTerms, Literals.string(stated.word())));
        mapping.add(node, Kh.textHash, Literals.string(article.textHash()));
        Sketch.of(article).ifPresent(sketch -> {
            mapping.add(node, Kh.textSketch, Literals.string(sketch.written()));
            sketch.standing(article.publication().published().map(Published::day))
                    .forEach(key -> mapping.add(node, Kh.shingle, Literals.integer(key)));
        });
        sayPublication(mapping, node, article.publication());
    }

    private static String written(LocalDate day, String language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of(language))
                .withDecimalStyle(DecimalStyle.STANDARD)
                .format(day);
    }

    private static void sayHeadlines(Mapping mapping, Node node) {
        List<String> headlines = mapping.article().content().texts(ZoneKind.HEADLINE);
        if (headlines.isEmpty() || !mapping.quotes()) {
            Optional<LocalDate> day =
                    mapping.article().publication().published().map(Published::day);
            String key = mapping.article().key();
            mapping.add(
                    node,
                    Rdfs.label,
                    Literals.english("Article "
                            + day.map(on -> "of " + written(on, "en")).orElse(key)));
            mapping.add(
                    node,
                    Rdfs.label,
                    Literals.arabic("مقال "
                            + day.map(on -> "نُشر في " + written(on, "ar")).orElse(key)));
        } else {
            mapping.quote(node, Rdfs.label, headlines.getFirst());
            mapping.quote(node, Schema.headline, headlines.getFirst());
        }
        mapping.article()
                .content()
                .texts(ZoneKind.RELATED)
                .forEach(headline -> mapping.quote(node, Kh.relatedHeadline, headline));
    }

    private void sayPublication(Mapping mapping, Node node, Publication publication) {
        publication.published().ifPresent(published -> {
            mapping.add(node, Kh.publishedDay, Literals.date(published.day()));
            mapping.add(
                    node,
                    Schema.datePublished,
                    published.moment().map(Literals::dateTime).orElseGet(() -> Literals.date(published.day())));
        });
        publication
                .modified()
                .ifPresent(modified -> mapping.add(
                        node,
                        Schema.dateModified,
                        modified.moment().map(Literals::dateTime).orElseGet(() -> Literals.date(modified.day()))));
        publication.source().filter(name -> !name.isBlank()).ifPresent(name -> {
            Node source = base.id("source", SourceKey.of(name, known));
            mapping.add(node, Schema.publisher, source);
            mapping.add(source, Rdf.type, Kh.Source);
            mapping.add(source, Rdfs.label, Literals.text(name.strip(), SourceKey.language(name)));
        });
        publication.url().flatMap(WebAddress::of).ifPresent(url -> mapping.add(node, Schema.url, url));
        publication.sourceId().ifPresent(id -> mapping.add(node, Kh.sourceIdentifier, Literals.string(id)));
    }

    private static void sayDateline(Mapping mapping, List<Link> links) {
        links.stream()
                .filter(link -> mapping.zone(link) == ZoneKind.DATELINE)
                .filter(link -> isPlace(link.resolution()))
                .findFirst()
                .flatMap(mapping::entity)
                .ifPresent(place -> mapping.add(mapping.node(), Kh.datelinePlace, place));
    }

    private static boolean isPlace(Resolution resolution) {
        return resolution
                .entity()
                .filter(entity -> entity.type() == EntityType.PLACE)
                .isPresent();
    }
}
