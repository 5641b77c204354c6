package khabar.merge;

import static khabar.merge.Story.BASE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Terms;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Name;
import khabar.graph.ArticleGraph;
import khabar.names.DarkActor;
import khabar.names.NameForm;
import khabar.text.Slug;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * An article that names people whom nobody knows beside known things, and tells that the first of them protested.
 *
 * @param known paths of known things, as in {@code person/sergei-shoigu}
 */
record Naming(String key, String language, List<String> names, List<String> known) {
    static Naming of(String key, List<String> names, String... known) {
        boolean arabic = NameForm.of(names.getFirst()).arabic();
        return new Naming(key, arabic ? "ar" : "en", names, List.of(known));
    }

    /** The actor that the name makes by itself. */
    Node own(String name) {
        DarkActor dark = new DarkActor(new Entity(EntityType.PERSON, Slug.unique(name)), new Name(name, language));
        return BASE.resolve(dark.entity().path() + (dark.isCommon() ? "-" + key : ""));
    }

    Node mention(String name) {
        return BASE.id("mention", key + "-body-" + names.indexOf(name) + "-" + (names.indexOf(name) + 1));
    }

    Node report() {
        return BASE.id("report", key + "-1");
    }

    ArticleGraph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        Graph gazetteer = GraphFactory.createDefaultGraph();
        Node article = BASE.id("article", key);
        graph.add(article, Rdf.type, Kh.Article);
        graph.add(article, Rdfs.label, Literals.text("Headline of " + key, language));
        graph.add(article, Schema.inLanguage, Literals.string(language));
        graph.add(article, Kh.textHash, Literals.string("hash" + key));
        names.forEach(name -> {
            Node own = own(name);
            graph.add(own, Kh.nameForm, Literals.text(name, NameForm.of(name).arabic() ? "ar" : "en"));
            graph.add(own, Kh.nameKey, Literals.string(NameForm.of(name).skeleton()));
            graph.add(mention(name), Rdf.type, Kh.Mention);
            graph.add(mention(name), Kh.mentionedIn, article);
            graph.add(mention(name), Kh.refersTo, own);
            graph.add(mention(name), Kh.ownActor, own);
            graph.add(article, Kh.mentions, own);
        });
        known.forEach(path -> {
            Node thing = BASE.resolve("id/" + path);
            Node mention = BASE.id("mention", key + "-title-" + known.indexOf(path) + "-" + (known.indexOf(path) + 1));
            graph.add(mention, Rdf.type, Kh.Mention);
            graph.add(mention, Kh.mentionedIn, article);
            graph.add(mention, Kh.refersTo, thing);
            graph.add(article, Kh.mentions, thing);
            gazetteer.add(thing, Rdfs.label, Literals.english(path.substring(path.indexOf('/') + 1)));
            if (path.matches("organisation/[a-z]{3}")) {
                gazetteer.add(thing, Kh.origin, Literals.string("state"));
            }
        });
        names.stream().findFirst().ifPresent(name -> addReport(graph, article, name));
        return new ArticleGraph(article(), Terms.QUOTES, BASE.articleGraph(key), graph, gazetteer);
    }

    private void addReport(Graph graph, Node article, String name) {
        graph.add(article, Kh.reports, report());
        graph.add(report(), Rdf.type, Kh.EventReport);
        graph.add(report(), Kh.reportedIn, article);
        graph.add(report(), Kh.eventType, Khe.concept("PROTEST"));
        graph.add(report(), Kh.status, Kh.Happened);
        graph.add(report(), Kh.confidence, Literals.decimal(0.5));
        graph.add(report(), Kh.reportedPlace, BASE.id("place", "tunis"));
        graph.add(report(), Kh.reportedBegin, Literals.date(LocalDate.parse("2017-09-12")));
        graph.add(report(), Kh.reportedEnd, Literals.date(LocalDate.parse("2017-09-12")));
        graph.add(report(), Kh.datePrecision, Literals.string("day"));
        Node participation = BASE.id("participation", key + "-1-0");
        graph.add(report(), Kh.hasParticipation, participation);
        graph.add(participation, Rdf.type, Kh.Participation);
        graph.add(participation, Kh.role, Kh.ActorRole);
        graph.add(participation, Kh.party, own(name));
        graph.add(participation, Kh.ownActor, own(name));
    }

    private Article article() {
        return new Article(
                key,
                new SourceRef("naming", 1),
                new Content(List.of(), List.of()),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Terms.QUOTES)));
    }
}
