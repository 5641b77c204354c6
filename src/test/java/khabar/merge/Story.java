package khabar.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Terms;
import khabar.graph.ArticleGraph;
import khabar.names.NameForm;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/** An article's graph, as short as merging and exporting can do with. */
public record Story(String key, Optional<String> published, String source, String language, List<Tale> tales) {
    public static final Base BASE = new Base("https://news.example/");

    /** One report. */
    public record Tale(
            int offset,
            String type,
            Optional<String> mode,
            List<String> actors,
            List<String> recipients,
            Optional<String> day,
            Optional<String> place,
            Node status) {}

    public static Story of(String key, String published, Tale... tales) {
        return new Story(key, Optional.of(published), "source-of-" + key, "ar", List.of(tales));
    }

    public static Tale visit(int offset, String day, String place) {
        return new Tale(
                offset,
                "CONSULT",
                Optional.of("CONSULT-visit"),
                List.of("sergei-shoigu"),
                List.of("bashar-al-assad"),
                Optional.of(day).filter(text -> !text.isEmpty()),
                Optional.of(place).filter(text -> !text.isEmpty()),
                Kh.Happened);
    }

    public static Tale with(Tale tale, Node status) {
        return new Tale(tale.offset, tale.type, tale.mode, tale.actors, tale.recipients, tale.day, tale.place, status);
    }

    public Story publishedOn(String day) {
        return new Story(key, Optional.of(day), source, language, tales);
    }

    public Node node() {
        return BASE.id("article", key);
    }

    public Node event(int offset) {
        return BASE.id("event", key + "-" + offset);
    }

    public Node report(int offset) {
        return BASE.id("report", key + "-" + offset);
    }

    public ArticleGraph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        Graph gazetteer = GraphFactory.createDefaultGraph();
        graph.add(node(), Rdf.type, Kh.Article);
        graph.add(node(), Schema.headline, Literals.text("Headline of " + key, language));
        graph.add(node(), Rdfs.label, Literals.text("Headline of " + key, language));
        graph.add(node(), Schema.inLanguage, Literals.string(language));
        graph.add(node(), Schema.publisher, BASE.id("source", source));
        graph.add(node(), Kh.textHash, Literals.string("hash" + key));
        published.ifPresent(day -> graph.add(node(), Kh.publishedDay, Literals.date(LocalDate.parse(day))));
        for (Tale tale : tales) {
            add(graph, tale);
            List<String> parties = new ArrayList<>(tale.actors);
            parties.addAll(tale.recipients);
            parties.forEach(party -> {
                Node person = BASE.id("person", party);
                if (party.startsWith("dark")) {
                    graph.add(person, Kh.nameForm, Literals.english(party));
                    graph.add(
                            person,
                            Kh.nameKey,
                            Literals.string(NameForm.of(party).skeleton()));
                } else {
                    gazetteer.add(person, Rdf.type, Kh.Person);
                    gazetteer.add(person, Rdfs.label, Literals.english(party));
                }
                graph.add(node(), Kh.mentions, person);
            });
            tale.place.ifPresent(place -> gazetteer.add(BASE.id("place", place), Rdfs.label, Literals.english(place)));
        }
        Article article = new Article(
                key,
                new SourceRef("story", 1),
                new Content(List.of(), List.of()),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Terms.QUOTES)));
        return new ArticleGraph(article, Terms.QUOTES, BASE.articleGraph(key), graph, gazetteer);
    }

    private void add(Graph graph, Tale tale) {
        Node report = report(tale.offset);
        graph.add(node(), Kh.reports, report);
        graph.add(report, Rdf.type, Kh.EventReport);
        graph.add(report, Kh.reportedIn, node());
        graph.add(report, Kh.eventType, Khe.concept(tale.type));
        tale.mode.ifPresent(mode -> graph.add(report, Kh.eventMode, Khe.concept(mode)));
        graph.add(report, Kh.status, tale.status);
        graph.add(report, Kh.confidence, Literals.decimal(0.5 + tale.offset % 10 / 100.0));
        tale.place.ifPresent(place -> graph.add(report, Kh.reportedPlace, BASE.id("place", place)));
        tale.day.ifPresent(day -> {
            graph.add(report, Kh.reportedBegin, Literals.date(LocalDate.parse(day)));
            graph.add(report, Kh.reportedEnd, Literals.date(LocalDate.parse(day)));
        });
        graph.add(report, Kh.datePrecision, Literals.string(tale.day.isPresent() ? "day" : "unknown"));
        int index = 0;
        for (String actor : tale.actors) {
            party(graph, tale, index++, actor, Kh.ActorRole);
        }
        for (String recipient : tale.recipients) {
            party(graph, tale, index++, recipient, Kh.RecipientRole);
        }
    }

    private void party(Graph graph, Tale tale, int index, String party, Node role) {
        Node participation = BASE.id("participation", key + "-" + tale.offset + "-" + index);
        graph.add(report(tale.offset), Kh.hasParticipation, participation);
        graph.add(participation, Rdf.type, Kh.Participation);
        graph.add(participation, Kh.role, role);
        graph.add(participation, Kh.party, BASE.id("person", party));
        if (party.startsWith("dark")) {
            graph.add(participation, Kh.ownActor, BASE.id("person", party));
        }
        graph.add(participation, Kh.partyText, Literals.string(party));
    }
}
