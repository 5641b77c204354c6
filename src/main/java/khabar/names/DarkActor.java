package khabar.names;

import khabar.gazetteer.Entity;
import khabar.gazetteer.Name;

/** Someone or something named in an article and linked to nothing. */
public record DarkActor(Entity entity, Name name) {
    /** Whether so many bear such a name that it alone does not tell who is meant. */
    public boolean isCommon() {
        return NameForm.of(name.text()).isCommon();
    }
}
