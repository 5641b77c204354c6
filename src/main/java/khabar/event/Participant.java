package khabar.event;

import java.util.Optional;
import khabar.gazetteer.Entity;
import khabar.names.Link;

/**
 * Who took part.
 *
 * @param entity empty for a group that has no identity of its own ("militants")
 * @param text as the article says it
 * @param link the mention, where it is a name
 */
public record Participant(Role role, Optional<Entity> entity, String text, Optional<Link> link) {}
