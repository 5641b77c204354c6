package khabar.names;

import khabar.gazetteer.Entity;
import khabar.gazetteer.Name;

/** Someone or something named in an article and linked to nothing. */
public record DarkActor(Entity entity, Name name) {}
