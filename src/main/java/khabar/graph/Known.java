package khabar.graph;

import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Tenure;

/** What the mapper asks the gazetteer. */
interface Known {
    Optional<Entry> entry(Entity entity);

    List<Tenure> tenures(Entity person);

    /** Where an entry is known from: addresses or words. */
    List<String> sources(Entity entity);

    /** IRIs of the same thing elsewhere, where the source states them. */
    List<String> exactMatches(Entity entity);

    /** The organisation whose name these normal forms are, all of them. */
    Optional<Entity> organisation(List<String> normals);

    static Known by(Gazetteer gazetteer) {
        return new Known() {
            @Override
            public Optional<Entry> entry(Entity entity) {
                return gazetteer.entry(entity);
            }

            @Override
            public List<Tenure> tenures(Entity person) {
                return gazetteer.tenures(person);
            }

            @Override
            public List<String> sources(Entity entity) {
                return gazetteer.sources(entity);
            }

            @Override
            public List<String> exactMatches(Entity entity) {
                return gazetteer.exactMatches(entity);
            }

            @Override
            public Optional<Entity> organisation(List<String> normals) {
                return normals.isEmpty()
                        ? Optional.empty()
                        : gazetteer.longest(normals, 0).stream()
                                .filter(match -> match.length() == normals.size())
                                .flatMap(match -> match.entries().stream())
                                .filter(entry -> entry instanceof Entry.Organisation)
                                .map(Entry::entity)
                                .findFirst();
            }
        };
    }
}
