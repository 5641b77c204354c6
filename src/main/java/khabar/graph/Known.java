package khabar.graph;

import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Tenure;

/** What the mapper asks the gazetteer. */
interface Known {
    Optional<Entry> entry(Entity entity);

    List<Tenure> tenures(Entity person);

    /** The organisation whose name these normal forms are, all of them. */
    Optional<Entity> organisation(List<String> normals);
}
