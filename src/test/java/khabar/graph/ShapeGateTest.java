package khabar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.article.Problem;
import khabar.article.Terms;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Ontology;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShapeGateTest {
    private static final ShapeGate GATE = ShapeGate.load();
    private static final Node ELSEWHERE = NodeFactory.createURI("https://news.example/id/elsewhere/1");

    /** What is done to a good graph, and what the gate must say of it. */
    private record Breach(Node type, Node property, List<Node> instead, String expected) {
        void on(Graph graph) {
            // Actors that a name makes by itself have no type before names are merged.
            Node subject = Stream.concat(
                            graph.stream(Node.ANY, Rdf.type, type),
                            type.equals(Kh.Actor) ? graph.stream(Node.ANY, property, Node.ANY) : Stream.of())
                    .map(Triple::getSubject)
                    .max(Comparator.comparing(node -> graph.contains(node, property, Node.ANY)))
                    .orElseThrow();
            graph.remove(subject, property, Node.ANY);
            instead.forEach(object -> graph.add(subject, property, object));
        }
    }

    private static final List<Breach> BREACHES = List.of(
            without(Kh.Article, Rdfs.label, "an article has a label"),
            with(Kh.Article, Schema.headline, "an article has at most one headline", text("a"), text("b")),
            with(
                    Kh.Article,
                    Schema.inLanguage,
                    "an article has one language, as a BCP 47 tag",
                    text("arabic language")),
            with(
                    Kh.Article,
                    Schema.datePublished,
                    "an article has at most one date of publication, a day or a moment",
                    text("yesterday")),
            with(
                    Kh.Article,
                    Schema.dateModified,
                    "an article was last changed at most once, on a day or at a moment",
                    text("yesterday")),
            with(Kh.Article, Kh.publishedDay, "an article is published on at most one day", text("2017-09-12")),
            with(Kh.Article, Schema.publisher, "an article has at most one source", ELSEWHERE),
            with(Kh.Article, Schema.url, "an article has at most one address, an IRI", text("http://x.example/")),
            with(
                    Kh.Article,
                    Kh.sourceIdentifier,
                    "an article has at most one identifier of its source",
                    text("1"),
                    text("2")),
            with(Kh.Article, Kh.datelinePlace, "an article is written in at most one place", text("Moscow")),
            with(Kh.Article, Kh.terms, "an article has its terms: metadata, quotes or full", text("open")),
            with(
                    Kh.Article,
                    Kh.statedTerms,
                    "an article states its terms at most once: metadata, quotes or full",
                    text("open")),
            with(Kh.Article, Kh.textHash, "an article has the hash of its text, 16 hexadecimal digits", text("0123")),
            with(
                    Kh.Article,
                    Kh.textSketch,
                    "an article has at most one sketch of its text, in Base64",
                    text("no sketch")),
            with(Kh.Article, Kh.shingle, "an article has at most ten shingles, which are whole numbers", text("seven")),
            without(Kh.Article, Kh.firstRead, "an article was first read at one moment"),
            with(Kh.Article, Kh.mentions, "an article mentions things that have IRIs", text("Moscow")),
            with(Kh.Article, Kh.reports, "an article reports event reports of its graph", ELSEWHERE),
            without(Kh.Article, Prov.wasGeneratedBy, "an article was read by one run"),
            with(Kh.Article, Kh.terms, "the terms of the article forbid to show its headline", text("metadata")),
            without(Kh.Source, Rdfs.label, "a source has a name"),
            without(Kh.Run, Kh.readerVersion, "a run has one version of the reader"),
            without(Kh.Run, Kh.gazetteerVersion, "a run has one version of the gazetteer"),
            without(Kh.Run, Kh.runDay, "a run is of one day"),
            with(Kh.Mention, Kh.mentionedIn, "a mention stands in one article of the graph", ELSEWHERE),
            without(Kh.Mention, Kh.field, "a mention stands in one field"),
            with(
                    Kh.Mention,
                    Kh.start,
                    "a mention starts at one offset, which is not after its end",
                    Literals.integer(1_000_000)),
            with(Kh.Mention, Kh.end, "a mention ends at one offset", Literals.integer(-1)),
            with(Kh.Mention, Kh.exact, "a mention quotes its words at most once", text("a"), text("b")),
            with(Kh.Mention, Kh.refersTo, "a mention refers to at most one thing", ELSEWHERE, Kh.Event),
            with(Kh.Mention, Kh.confidence, "a confidence lies between 0 and 1", Literals.decimal(1.5)),
            with(
                    Kh.Mention,
                    Kh.mentionType,
                    "a mention names a Person, an Organisation, a Place or Other",
                    text("Animal")),
            with(Kh.Mention, Kh.linkBasis, "a mention is linked by one of the bases of the vocabulary", Kh.ActorRole),
            without(Kh.Mention, Kh.linkBasis, "a mention that refers to something says what it was linked by"),
            without(Kh.Mention, Kh.refersTo, "a mention that says what it was linked by refers to something"),
            with(Kh.Mention, Kh.alternative, "an alternative is of the graph", ELSEWHERE),
            with(
                    Kh.Mention,
                    Kh.byDecision,
                    "a name stands for what it does by at most one decision",
                    text("0123456789abcdef")),
            without(Kh.Alternative, Kh.candidate, "an alternative has one candidate, an IRI"),
            with(
                    Kh.Alternative,
                    Kh.candidateScore,
                    "the score of a candidate lies between 0 and 1",
                    Literals.decimal(1.1)),
            with(Kh.Mention, Kh.ownActor, "a name makes at most one actor by itself", ELSEWHERE, Kh.Event),
            with(
                    Kh.Participation,
                    Kh.ownActor,
                    "the name of a party makes at most one actor by itself",
                    ELSEWHERE,
                    Kh.Event),
            without(Kh.Actor, Kh.nameForm, "an actor that stands for nothing known has its name as it is written"),
            without(Kh.Actor, Kh.nameKey, "an actor that stands for nothing known has the key of its name"),
            with(
                    Kh.Mention,
                    Kh.triggerStart,
                    "a trigger starts at one offset, which is not after its end",
                    Literals.integer(1_000_000)),
            with(Kh.Mention, Kh.triggerEnd, "a trigger ends at one offset", text("7")),
            with(
                    Kh.EventReport,
                    Rdfs.label,
                    "an event report has one label in each language",
                    Literals.english("a"),
                    Literals.english("b")),
            with(Kh.EventReport, Kh.reportedIn, "an event report stands in one article of the graph", ELSEWHERE),
            without(Kh.EventReport, Prov.wasDerivedFrom, "an event report was derived from one article of the graph"),
            without(Kh.EventReport, Prov.wasGeneratedBy, "an event report was read by one run"),
            without(Kh.EventReport, Kh.eventType, "an event report has one type of the scheme"),
            with(Kh.EventReport, Kh.eventMode, "an event report has at most one mode of the scheme", ELSEWHERE),
            with(Kh.EventReport, Kh.context, "an event report has contexts of the scheme", text("military")),
            with(Kh.EventReport, Kh.status, "an event report has one status", Kh.ActorRole),
            without(Kh.EventReport, Kh.hasParticipation, "an event report has a participation of the graph"),
            with(Kh.EventReport, Kh.reportedPlace, "an event report has at most one place", text("Moscow")),
            with(
                    Kh.EventReport,
                    Kh.reportedEnd,
                    "an event begins on at most one day, which is not after its end",
                    Literals.partialDate("1999-01-01")),
            with(
                    Kh.EventReport,
                    Kh.reportedDead,
                    "a report states one number of dead",
                    Literals.integer(235),
                    Literals.integer(305)),
            with(
                    Kh.EventReport,
                    Kh.reportedDeadBound,
                    "the number of dead is meant exactly, at least, at most or about",
                    text("perhaps")),
            with(Kh.EventReport, Kh.reportedWounded, "a report states one number of wounded", Literals.integer(-1)),
            with(
                    Kh.EventReport,
                    Kh.reportedWoundedBound,
                    "the number of wounded is meant exactly, at least, at most or about",
                    text("perhaps")),
            with(
                    Kh.EventReport,
                    Kh.reportedEnd,
                    "an event ends on at most one day",
                    Literals.partialDate("2017-09-12"),
                    Literals.partialDate("2017-09-13")),
            with(
                    Kh.EventReport,
                    Kh.datePrecision,
                    "a date is known to the day, month, year or interval, or unknown",
                    text("week")),
            without(Kh.EventReport, Kh.dateBasis, "a date has one basis"),
            without(Kh.EventReport, Kh.confidence, "a confidence lies between 0 and 1"),
            without(Kh.EventReport, Kh.evidence, "an event report has a sentence of the graph as evidence"),
            with(
                    Kh.EventReport,
                    Kh.order,
                    "an event report has its place among the reports, from 1",
                    Literals.integer(0)),
            without(
                    Kh.Participation,
                    Kh.role,
                    "a participation has a role of the vocabulary, or two: a recipient may be host or victim too"),
            with(Kh.Participation, Kh.party, "a participation has at most one party, an IRI", text("someone")),
            with(Kh.Participation, Kh.partyText, "a participation is worded at most once", text("a"), text("b")),
            with(
                    Kh.Participation,
                    Kh.partyKind,
                    "a group without a name, or an instrument, is of one kind, a concept of the event types",
                    ELSEWHERE),
            with(
                    Kh.Participation,
                    Kh.partyCountry,
                    "a group without a name is tied to one country at most",
                    text("Syria")),
            with(
                    Kh.Participation,
                    Kh.mention,
                    "a participation is named by at most one mention of the graph",
                    ELSEWHERE),
            with(Kh.Participation, Kh.heldOffice, "offices held have IRIs", text("minister")),
            with(Kh.Article, Schema.articleBody, "the body of an article is never said", text("…")),
            with(
                    Kh.EventReport,
                    Kh.actor,
                    "kh:actor stands on events only, and not in the graph of an article",
                    ELSEWHERE),
            with(
                    Kh.EventReport,
                    Kh.recipient,
                    "kh:recipient stands on events only, and not in the graph of an article",
                    ELSEWHERE),
            with(
                    Kh.EventReport,
                    Kh.place,
                    "kh:place stands on events only, and not in the graph of an article",
                    ELSEWHERE),
            with(
                    Kh.EventReport,
                    Kh.begin,
                    "kh:begin stands on events only, and not in the graph of an article",
                    Literals.partialDate("2017-09-12")),
            with(Kh.Storyline, Rdfs.label, "a storyline has one label in each language", Literals.text("one", "en")),
            with(Kh.Storyline, Kh.eventCount, "a storyline counts its events, three at least", Literals.integer(2)),
            with(
                    Kh.Storyline,
                    Kh.firstDay,
                    "a storyline has one first day, which is not after its last",
                    Literals.partialDate("2999-01-01")),
            without(Kh.Storyline, Kh.lastDay, "a storyline has one last day"),
            without(Kh.Storyline, Kh.hasSlot, "a storyline has slots, three at least"),
            without(Kh.Storyline, Prov.wasGeneratedBy, "a storyline says from which run’s reading it was computed"),
            without(Kh.Slot, Kh.contains, "a slot holds one event"),
            with(Kh.Slot, Kh.order, "a slot has its place in the storyline, from 1", Literals.integer(0)),
            with(Kh.Slot, Kh.follows, "a slot follows two others at most", ELSEWHERE),
            with(Kh.Slot, Kh.storyLink, "why a slot follows another is a link of the graph", ELSEWHERE),
            with(Kh.StoryLink, Kh.earlierEvent, "a link has one earlier event", text("an event")),
            without(Kh.StoryLink, Kh.laterEvent, "a link has one later event"),
            with(Kh.StoryLink, Kh.linkScore, "a link has the points that are needed", Literals.integer(1)),
            with(
                    Kh.StoryLink,
                    Kh.daysBetween,
                    "a link says how many days it spans, ninety at most",
                    Literals.integer(91)));

    private static final Set<Node> OF_STORYLINES = Set.of(Kh.Storyline, Kh.Slot, Kh.StoryLink);

    @TestFactory
    Stream<DynamicTest> refusesAGraphThatBreaksAShape() {
        return BREACHES.stream()
                .map(breach -> DynamicTest.dynamicTest(breach.expected(), () -> {
                    boolean dark = Set.of(Kh.Alternative, Kh.Actor).contains(breach.type());
                    ArticleGraph article = dark ? withUnknowns() : good();
                    if (OF_STORYLINES.contains(breach.type())) {
                        addStorylines(article.graph());
                    }
                    breach.on(article.graph());
                    assertThat(GATE.check(article))
                            .allMatch(problem -> problem instanceof Problem.ShapeViolation
                                    && problem.at().equals(article.article().at()))
                            .anyMatch(problem -> problem.message().contains(breach.expected()));
                }));
    }

    @Test
    void everyMessageOfTheShapesIsTried() {
        Set<String> messages = Ontology.shapes().stream()
                .filter(triple -> triple.getPredicate().getLocalName().equals("message"))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(BREACHES.stream().map(Breach::expected).collect(Collectors.toSet()))
                .isEqualTo(messages);
    }

    @Test
    void refusesABlankNodeInAnyOfTheGraphs() {
        ArticleGraph article = good();
        article.gazetteer().add(NodeFactory.createBlankNode(), Rdf.type, Kh.Place);
        assertThat(GATE.check(article))
                .singleElement()
                .matches(problem -> problem.message().contains("a blank node"));
    }

    @Test
    void refusesAQuotationWhereTheTermsForbidIt() {
        ArticleGraph article = Fixtures.mapper().map(Fixtures.visitToDamascus(Terms.METADATA), Fixtures.RUN);
        article.graph().add(ELSEWHERE, Kh.exact, text("quoted"));
        assertThat(GATE.check(article))
                .singleElement()
                .matches(problem -> problem.message().contains("forbid to quote"));
    }

    private static ArticleGraph good() {
        return Fixtures.mapper().map(Fixtures.visitToDamascus(Terms.QUOTES), Fixtures.RUN);
    }

    /** The sample's, which hold to the shapes. */
    private static void addStorylines(Graph graph) {
        RDFParser.source("rdf/sample/graphs/storylines.ttl")
                .base("https://news.example/")
                .parse(graph);
    }

    private static ArticleGraph withUnknowns() {
        return Fixtures.mapper().map(Fixtures.siegeOfATown(), Fixtures.RUN);
    }

    private static Breach with(Node type, Node property, String expected, Node... instead) {
        return new Breach(type, property, List.of(instead), expected);
    }

    private static Breach without(Node type, Node property, String expected) {
        return new Breach(type, property, List.of(), expected);
    }

    private static Node text(String text) {
        return Literals.string(text);
    }
}
