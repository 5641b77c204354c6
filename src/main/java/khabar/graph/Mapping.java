package khabar.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.article.Article;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.ZoneKind;
import khabar.event.Evidence;
import khabar.gazetteer.Entity;
import khabar.names.ByDecision;
import khabar.names.DarkActor;
import khabar.names.Link;
import khabar.names.LinkedReading;
import khabar.names.Mention;
import khabar.names.NameForm;
import khabar.names.Resolution;
import khabar.names.Scored;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** One article on its way into its graph: its names and sentences are said here, each once. */
final class Mapping {
    private final Base base;
    private final LinkedReading reading;
    private final Terms terms;
    private final Graph graph;
    private final EntityTriples entities;
    private final Node article;
    private final Set<Node> mentions = new HashSet<>();
    private final Map<String, Span> triggers = new HashMap<>();

    Mapping(Base base, LinkedReading reading, Terms terms, Graph graph, EntityTriples entities) {
        this.base = base;
        this.reading = reading;
        this.terms = terms;
        this.graph = graph;
        this.entities = entities;
        this.article = base.id("article", article().key());
    }

    Article article() {
        return reading.text().article();
    }

    /** The article as a node. */
    Node node() {
        return article;
    }

    Base base() {
        return base;
    }

    EntityTriples entities() {
        return entities;
    }

    String language() {
        return reading.text().language().tag();
    }

    /** What may be shown of the article. */
    Terms terms() {
        return terms;
    }

    /** Whether words of the article may be shown. */
    boolean quotes() {
        return switch (terms) {
            case METADATA -> false;
            case QUOTES, FULL -> true;
        };
    }

    void add(Node subject, Node property, Node object) {
        graph.add(subject, property, object);
    }

    /** Words of the article, in its language, where its terms let us show them. */
    void quote(Node subject, Node property, String words) {
        if (quotes()) {
            add(subject, property, Literals.text(words, language()));
        }
    }

    boolean isRelated(Link link) {
        return zone(link) == ZoneKind.RELATED;
    }

    ZoneKind zone(Link link) {
        return reading.text().sentences().get(link.mention().sentence()).zone().kind();
    }

    /** Who or where a name stands for, said; empty where that is not known. */
    Optional<Node> entity(Link link) {
        return switch (link.resolution()) {
            case Resolution.Known known -> Optional.of(entities.say(known.entry()));
            case Resolution.Dark dark -> Optional.of(say(dark.actor()));
            case Resolution.Ambiguous ambiguous -> Optional.empty();
            case Resolution.Unknown unknown -> Optional.empty();
        };
    }

    /** The actor that a name makes by itself: for a common name, one of this article only. */
    private Node say(DarkActor dark) {
        Entity entity = dark.entity();
        Node node =
                base.resolve(entity.path() + (dark.isCommon() ? "-" + article().key() : ""));
        add(node, Kh.nameForm, Literals.text(dark.name().text(), dark.name().language()));
        add(node, Kh.nameKey, Literals.string(NameForm.of(dark.name().text()).skeleton()));
        return node;
    }

    /** Says of a mention, or of a part in an event, that its name stands for nothing known. */
    void sayOwn(Node node, Link link) {
        if (link.resolution() instanceof Resolution.Dark dark) {
            add(node, Kh.ownActor, say(dark.actor()));
        }
    }

    /** The name as a mention. What was said of the same words before stays. */
    Node mention(Link link) {
        Mention mention = link.mention();
        Node node = base.id("mention", key(mention.field(), mention.span()));
        if (!mentions.add(node)) {
            return node;
        }
        sayWords(node, mention.field(), mention.span());
        add(node, Kh.mentionType, Literals.string(mention.type().word()));
        double confidence = switch (link.resolution()) {
            case Resolution.Known known -> known.confidence();
            case Resolution.Dark dark -> dark.confidence();
            case Resolution.Ambiguous ambiguous -> mention.confidence();
            case Resolution.Unknown unknown -> mention.confidence();
        };
        add(node, Kh.confidence, Literals.decimal(confidence));
        entity(link).ifPresent(entity -> {
            add(node, Kh.refersTo, entity);
            add(article, Kh.mentions, entity);
        });
        sayOwn(node, link);
        sayWhy(node, link);
        if (link.resolution() instanceof Resolution.Known known
                && quotes()
                && SpellingVariant.is(mention.text(), known.entry())) {
            entities.sayVariant(known.entry().entity(), mention.text(), language());
        }
        return node;
    }

    /** What the link was made by, and who or what else it might have been; and the decision, also where nobody is linked by it. */
    private void sayWhy(Node mention, Link link) {
        link.decided().ifPresent(by -> add(mention, Kh.byDecision, base.id("decision", by.decision())));
        List<Scored> overruled = link.decided().map(ByDecision::others).orElse(List.of());
        switch (link.resolution()) {
            case Resolution.Known known -> {
                add(mention, Kh.linkBasis, LinkBasis.of(known.why().basis()));
                sayAlternatives(mention, known.why().others());
            }
            case Resolution.Dark dark -> {
                add(mention, Kh.linkBasis, link.decided().isPresent() ? Kh.ByEditor : Kh.ByFullName);
                sayAlternatives(mention, overruled);
            }
            case Resolution.Ambiguous ambiguous -> sayAlternatives(mention, ambiguous.candidates());
            case Resolution.Unknown unknown -> sayAlternatives(mention, overruled);
        }
    }

    private void sayAlternatives(Node mention, List<Scored> candidates) {
        String key = base.parse(mention.getURI()).orElseThrow().key();
        for (int i = 0; i < candidates.size(); i++) {
            Scored candidate = candidates.get(i);
            Node node = base.id("alternative", key + "-" + (i + 1));
            add(mention, Kh.alternative, node);
            add(node, Rdf.type, Kh.Alternative);
            add(node, Kh.candidate, entities.say(candidate.entry()));
            add(node, Kh.candidateScore, Literals.decimal(candidate.score()));
        }
    }

    /** The sentence as a mention. A sentence that tells two events by different words is one mention for each. */
    Node evidence(Evidence evidence) {
        String key = key(evidence.field(), evidence.span());
        Span trigger = evidence.trigger();
        if (!triggers.computeIfAbsent(key, first -> trigger).equals(trigger)) {
            key += "-" + trigger.start();
        }
        Node node = base.id("mention", key);
        sayWords(node, evidence.field(), evidence.span());
        add(node, Kh.triggerStart, Literals.integer(trigger.start()));
        add(node, Kh.triggerEnd, Literals.integer(trigger.end()));
        return node;
    }

    private void sayWords(Node node, String field, Span span) {
        add(node, Rdf.type, Kh.Mention);
        add(node, Kh.mentionedIn, article);
        add(node, Kh.field, Literals.string(field));
        add(node, Kh.start, Literals.integer(span.start()));
        add(node, Kh.end, Literals.integer(span.end()));
        quote(node, Kh.exact, span.of(article().content().text(field)));
    }

    private String key(String field, Span span) {
        return article().key() + "-" + field + "-" + span.start() + "-" + span.end();
    }
}
