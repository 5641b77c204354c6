package khabar.ingest;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Parsed;
import khabar.ingest.DecisionOrder.Kind;
import khabar.ingest.Editing.Absurd;
import khabar.merge.Decisions.Grounds;
import khabar.merge.Merger;
import khabar.merge.NameDecision;
import khabar.merge.NameDecision.Meant;
import khabar.merge.NameDecision.Place;
import khabar.merge.NameDecisions;
import khabar.merge.Unfolding;
import khabar.store.Changes;
import khabar.store.Original;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Schema;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What editors decide of names in articles. The article is read anew with the decision, or without it, in the transaction
 * that writes or removes it: whoever reads the store sees both or neither. A name may come to stand for a thing of another
 * kind than it was read as, for what kind it names is a guess of the reader's, too.
 */
final class NameEditing {
    private final Store store;
    private final Base base;
    private final Merger merger;
    private final Clock clock;

    NameEditing(Store store, Merger merger, Clock clock) {
        this.store = store;
        this.base = store.base();
        this.merger = merger;
        this.clock = clock;
    }

    /** Within the plan of a write. */
    Editing.Step decide(DatasetGraph present, Named named, DecisionOrder order, Ingest reading) {
        Node mention = named.mention(order.of().getFirst());
        Place place = Place.of(base, mention)
                .orElseThrow(() -> new Named.Missing(order.of().getFirst() + " names no place in an article"));
        Article article = article(present, place.articleKey());
        Kind kind = order.decide();
        NameDecision decision = new NameDecision(
                mention,
                Literals.text(
                        place.span().of(article.content().text(place.field())), language(present, place.articleKey())),
                kind == Kind.LINK_ALL || kind == Kind.UNLINK_ALL,
                kind == Kind.LINK || kind == Kind.LINK_ALL
                        ? Optional.of(meant(named, order.of().getLast(), place.articleKey(), reading))
                        : Optional.empty(),
                new Grounds(order.by().strip(), OffsetDateTime.now(clock), order.note()));
        NameDecisions all = new NameDecisions(base, present);
        Unfolding after = readAnew(present, all.taking(decision), article, reading);
        Node address = decision.address(base);
        if (!after.now().contains(base.articleGraph(article.key()), mention, Kh.byDecision, address)) {
            throw new Absurd(
                    "no name is read any more at " + mention.getURI() + "; run khabar reread " + article.key());
        }
        return new Editing.Step(now -> line(now, decision), after.all());
    }

    /** Within the plan of a write. Where the article has gone only the decision is there to go. */
    Editing.Step undo(DatasetGraph present, NameDecision decision, Ingest reading) {
        NameDecisions all = new NameDecisions(base, present);
        String key = decision.place(base).articleKey();
        Changes undoing = all.undoing(decision.address(base), OffsetDateTime.now(clock));
        Changes changes = Known.of(present, base, key).isEmpty()
                ? undoing
                : readAnew(present, undoing, article(present, key), reading).all();
        return new Editing.Step(now -> line(now, decision), changes);
    }

    Decided line(DatasetGraph present, NameDecision decision) {
        NameDecisions all = new NameDecisions(base, present);
        Node address = decision.address(base);
        return new Decided(
                base.parse(address.getURI()).map(Base.Local::key).orElse(address.getURI()),
                kind(decision).word(),
                Stream.concat(Stream.of(decision.mention()), decision.meant().map(Meant::entity).stream())
                        .map(Node::getURI)
                        .toList(),
                null,
                decision.words().getLiteralLexicalForm(),
                decision.grounds().by(),
                decision.grounds().at().toString(),
                decision.grounds().because(),
                all.holdsOf(address).stream().map(Node::getURI).toList());
    }

    private static Kind kind(NameDecision decision) {
        if (decision.throughout()) {
            return decision.meant().isPresent() ? Kind.LINK_ALL : Kind.UNLINK_ALL;
        }
        return decision.meant().isPresent() ? Kind.LINK : Kind.UNLINK;
    }

    private Unfolding readAnew(DatasetGraph present, Changes decision, Article article, Ingest reading) {
        Unfolding after = new Unfolding(present);
        after.then(decision);
        switch (reading.map(article, new NameDecisions(base, after.now()).in(article.key()))) {
            case Mapped.Bad bad ->
                throw new Absurd(bad.problem().at() + ": " + bad.problem().message());
            case Mapped.Good good -> after.then(merger.replace(after.now(), good.graph()));
        }
        return after;
    }

    private Article article(DatasetGraph present, String key) {
        Parsed read = Known.of(present, base, key)
                .flatMap(known -> store.archive().find(key, known.textHash()))
                .map(Original::read)
                .orElseThrow(() -> new Absurd("article " + key + ": its text is not in the archive; ingest it again"));
        return switch (read) {
            case Parsed.Accepted accepted -> accepted.article();
            case Parsed.Refused refused ->
                throw new Absurd("article " + key + ": " + refused.problem().message());
        };
    }

    private Meant meant(Named named, String given, String articleKey, Ingest reading) {
        RuledNames known = reading.ruledNames();
        List<Meant> addressed = meant(named, named.things(given), articleKey, known);
        List<Meant> found = addressed.isEmpty() ? meant(named, known.called(given), articleKey, known) : addressed;
        if (found.size() > 1) {
            throw new Absurd(given + " may be "
                    + String.join(
                            " or ",
                            found.stream().map(one -> one.entity().getURI()).toList())
                    + "; give the whole address");
        }
        if (found.isEmpty()) {
            throw new Named.Missing("there is no person, organisation or place " + given
                    + " that a name in this article may stand for; give the address of its page");
        }
        return found.getFirst();
    }

    private static List<Meant> meant(Named named, List<Node> things, String articleKey, RuledNames known) {
        return things.stream()
                .flatMap(thing -> meant(named, thing, articleKey, known).stream())
                .toList();
    }

    private static Optional<Meant> meant(Named named, Node thing, String articleKey, RuledNames known) {
        return known.entry(thing)
                .map(entry ->
                        entry.english().isBlank() ? Literals.arabic(entry.arabic()) : Literals.english(entry.english()))
                .or(() -> named.forms(thing).stream()
                        .filter(form -> known.meant(thing, form, articleKey).isPresent())
                        .findFirst())
                .map(name -> new Meant(thing, name));
    }

    private String language(DatasetGraph present, String articleKey) {
        return present.stream(
                        base.articleGraph(articleKey), base.id("article", articleKey), Schema.inLanguage, Node.ANY)
                .map(Quad::getObject)
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("und");
    }
}
