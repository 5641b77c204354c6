package khabar.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Name;
import khabar.merge.NameDecision;
import khabar.names.Basis;
import khabar.names.DarkActor;
import khabar.names.Resolution;
import khabar.names.Ruled;
import khabar.names.Why;
import khabar.text.Slug;
import khabar.text.Tokeniser;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;

/** Decisions on names of an article as reading takes them: addresses become what the gazetteer has under them now. */
final class RuledNames {
    private final Base base;
    private final Gazetteer gazetteer;

    RuledNames(Base base, Gazetteer gazetteer) {
        this.base = base;
        this.gazetteer = gazetteer;
    }

    /** Left out is a decision whose thing the gazetteer has no more: it holds again when that comes back. */
    List<Ruled> of(List<NameDecision> decided) {
        return decided.stream().flatMap(one -> ruled(one).stream()).toList();
    }

    private Optional<Ruled> ruled(NameDecision decision) {
        NameDecision.Place place = decision.place(base);
        String key = base.parse(decision.address(base).getURI()).orElseThrow().key();
        return meant(decision, place.articleKey())
                .map(resolution -> new Ruled(
                        key,
                        place.field(),
                        place.span(),
                        decision.words().getLiteralLexicalForm(),
                        decision.throughout(),
                        resolution));
    }

    private Optional<Resolution> meant(NameDecision decision, String articleKey) {
        return decision.meant().isEmpty()
                ? Optional.of(new Resolution.Unknown())
                : decision.meant().flatMap(meant -> meant(meant.entity(), meant.name(), articleKey));
    }

    /**
     * Whom or what an address stands for.
     *
     * @param name what an actor is called that its name makes by itself
     */
    Optional<Resolution> meant(Node address, Node name, String articleKey) {
        return entity(address)
                .flatMap(entity -> gazetteer
                        .entry(entity)
                        .<Resolution>map(entry -> new Resolution.Known(entry, 1, Why.by(Basis.EDITOR)))
                        .or(() -> dark(entity, name, articleKey)));
    }

    /** All that the gazetteer has under exactly this name. */
    List<Node> called(String name) {
        List<String> words = Tokeniser.normals(name);
        return words.isEmpty()
                ? List.of()
                : gazetteer.longest(words, 0).stream()
                        .filter(match -> match.length() == words.size())
                        .flatMap(match -> match.entries().stream())
                        .map(entry -> base.resolve(entry.entity().path()))
                        .distinct()
                        .toList();
    }

    /** What the gazetteer knows under an address. */
    Optional<Entry> entry(Node address) {
        return entity(address).flatMap(gazetteer::entry);
    }

    private Optional<Entity> entity(Node address) {
        return base.parse(address.getURI())
                .flatMap(local -> Stream.of(EntityType.values())
                        .filter(type -> type.segment().equals(local.type()))
                        .map(type -> new Entity(type, local.key()))
                        .findFirst());
    }

    /** The address of such an actor is made of its name, and where that is common, of the one article that has it. */
    private static Optional<Resolution> dark(Entity entity, Node name, String articleKey) {
        if (entity.type() == EntityType.PLACE) {
            return Optional.empty();
        }
        String called = name.getLiteralLexicalForm();
        DarkActor actor = new DarkActor(
                new Entity(entity.type(), Slug.unique(called)), new Name(called, name.getLiteralLanguage()));
        String key = actor.entity().key() + (actor.isCommon() ? "-" + articleKey : "");
        return key.equals(entity.key()) ? Optional.of(new Resolution.Dark(actor, 1)) : Optional.empty();
    }
}
