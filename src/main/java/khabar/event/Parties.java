package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entry;
import khabar.names.Basis;
import khabar.names.Link;
import khabar.names.Mention;
import khabar.names.MentionType;
import khabar.names.Resolution;
import khabar.names.Why;

/** Makes participants of phrases: a country that acts, or its capital, is the state. */
final class Parties {
    private static final Set<String> OFFICIAL = Set.of("MIL", "COP", "GOV", "SPY");

    private final World world;

    Parties(World world) {
        this.world = world;
    }

    List<Participant> of(Role role, List<Phrase> phrases) {
        List<Participant> participants = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Participant participant = of(role, phrase);
            boolean known = participants.stream().anyMatch(p -> same(p, participant));
            if (!known) {
                participants.add(participant);
            }
        }
        return participants;
    }

    static boolean same(Participant one, Participant other) {
        if (one.is(Role.INSTRUMENT) || other.is(Role.INSTRUMENT)) {
            return one.roles().equals(other.roles()) && one.kind().equals(other.kind());
        }
        return one.entity().isPresent() || other.entity().isPresent()
                ? one.entity().equals(other.entity())
                : sameWords(PatternFile.normal(one.text()), PatternFile.normal(other.text()));
    }

    /** "58 Palestinians" are the "Palestinians" told of before. */
    private static boolean sameWords(String one, String other) {
        return one.equals(other) || one.endsWith(" " + other) || other.endsWith(" " + one);
    }

    private Participant of(Role role, Phrase phrase) {
        return switch (phrase.who()) {
            case Phrase.Who.Named named -> named(role, phrase, acting(named.link()));
            case Phrase.Who.Nameless nameless -> nameless(role, phrase, nameless);
            case Phrase.Who.State state ->
                Participant.named(
                        role, Optional.of(world.state(state.country()).entity()), phrase.text(), Optional.empty());
        };
    }

    /** Forces and officials of a country are its state. */
    private Participant nameless(Role role, Phrase phrase, Phrase.Who.Nameless nameless) {
        Lexicon.AgentWord agent = nameless.agent();
        if (nameless.country().isPresent() && OFFICIAL.contains(agent.sector())) {
            Entry.Organisation state = world.state(nameless.country().get());
            return Participant.named(role, Optional.of(state.entity()), phrase.text(), Optional.empty());
        }
        return Participant.nameless(role, phrase.text(), agent.kind(), nameless.country());
    }

    private static Participant named(Role role, Phrase phrase, Link link) {
        return Participant.named(role, link.resolution().entity(), phrase.text(), Optional.of(link));
    }

    /** The mention as that of the state, where it names a country or a capital. */
    private Link acting(Link link) {
        if (!(link.resolution() instanceof Resolution.Known known) || !(known.entry() instanceof Entry.Place place)) {
            return link;
        }
        Optional<String> country =
                place.feature() == Entry.Feature.COUNTRY ? place.country() : world.capitalOf(place.entity());
        return country.map(world::state)
                .map(state -> new Link(
                        retyped(link.mention()),
                        new Resolution.Known(
                                state,
                                known.confidence(),
                                Why.by(place.feature() == Entry.Feature.COUNTRY ? Basis.STATE : Basis.CAPITAL)),
                        link.decided()))
                .orElse(link);
    }

    private static Mention retyped(Mention mention) {
        return new Mention(
                mention.sentence(),
                mention.first(),
                mention.last(),
                mention.field(),
                mention.span(),
                mention.text(),
                MentionType.ORGANISATION,
                mention.confidence());
    }
}
