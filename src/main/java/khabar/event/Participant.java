package khabar.event;

import java.util.Optional;
import khabar.gazetteer.Entity;
import khabar.names.Link;

/**
 * Who took part.
 *
 * @param people what a group without identity of its own is; empty for others and where the words are not listed
 * @param entity empty for a group that has no identity of its own ("militants")
 * @param text as the article says it
 * @param link the mention, where it is a name
 */
public record Participant(
        Role role, Optional<Entity> entity, String text, Optional<Link> link, Optional<People> people) {

    /** One who is somebody: a person, an organisation, a state. */
    public static Participant named(Role role, Optional<Entity> entity, String text, Optional<Link> link) {
        return new Participant(role, entity, text, link, Optional.empty());
    }

    /** A group, or a thing that was hit, that has no identity of its own; a country only with a kind. */
    static Participant nameless(Role role, String text, Optional<String> kind, Optional<String> country) {
        return new Participant(
                role, Optional.empty(), text, Optional.empty(), kind.map(known -> new People(known, country)));
    }

    Participant as(Role other) {
        return new Participant(other, entity, text, link, people);
    }
}
