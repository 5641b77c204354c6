package khabar.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entity;
import khabar.names.Link;

/**
 * Who took part, or what it was done with.
 *
 * @param roles at least one, in the order of {@link Role}
 * @param entity empty for a group that has no identity of its own ("militants") and for instruments
 * @param text as the article says it
 * @param link the mention, where it is a name
 * @param kind what a group without identity of its own, or an instrument, is; empty for others and where the words are
 *     not listed
 */
public record Participant(
        Set<Role> roles, Optional<Entity> entity, String text, Optional<Link> link, Optional<Kind> kind) {
    public Participant {
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles)); // not of none
    }

    /** One who is somebody: a person, an organisation, a state. */
    public static Participant named(Role role, Optional<Entity> entity, String text, Optional<Link> link) {
        return new Participant(Set.of(role), entity, text, link, Optional.empty());
    }

    /** A group, or a thing that was hit, that has no identity of its own; a country only with a kind. */
    static Participant nameless(Role role, String text, Optional<String> kind, Optional<String> country) {
        return new Participant(
                Set.of(role), Optional.empty(), text, Optional.empty(), kind.map(known -> new People(known, country)));
    }

    static Participant instrument(String text, Means means) {
        return new Participant(Set.of(Role.INSTRUMENT), Optional.empty(), text, Optional.empty(), Optional.of(means));
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether it acts or is acted upon: between such parties an event is, whatever else is told. */
    boolean isParty() {
        return is(Role.ACTOR) || is(Role.RECIPIENT);
    }

    /** What a group is that has no identity of its own. */
    public Optional<People> people() {
        return kind.flatMap(some -> some instanceof People people ? Optional.of(people) : Optional.empty());
    }

    /** The same in another role, and in no other. */
    Participant as(Role other) {
        return new Participant(Set.of(other), entity, text, link, kind);
    }

    /** The same in these roles too. */
    Participant also(Set<Role> others) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.addAll(others);
        return new Participant(all, entity, text, link, kind);
    }
}
