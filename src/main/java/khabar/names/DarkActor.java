package khabar.names;

import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Name;

/** Someone or something named in an article and linked to nothing. */
public record DarkActor(Entity entity, Name name) {
    /** Whether so many bear such a name that it alone does not tell who is meant. */
    public boolean isCommon() {
        return isCommon(entity.type(), NameForm.of(name.text()));
    }

    /** The same of a name in any spelling. An organisation of noun and one word there may be in every country. */
    public static boolean isCommon(EntityType type, NameForm name) {
        return type == EntityType.ORGANISATION ? !name.isTelling() : name.isCommon();
    }
}
