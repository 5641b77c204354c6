package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What users' own files add to the entries that come with the program: new things, names of known ones, offices. A key
 * that is known already, by the program or by an earlier file, gets names; what is new must be whole.
 */
final class OwnEntries {
    private static final String COUNTRY_CODE = Description.KH + "countryCode";
    private static final String WITHIN = Description.KH + "within";
    private static final String KNOWN_UNTIL = Description.KH + "knownUntil";

    /** One reader for each file: what it holds beside the entries is added as that of the files of the program. */
    final List<GazetteerReader> readers = new ArrayList<>();

    private final Map<Entity, GazetteerReader.Listed> entries;
    private final Function<Entity, Optional<Entry>> known;
    private final Set<String> countries;
    private final Consumer<WrongEntry> trouble;
    private final Set<String> subjects = new HashSet<>();
    private final Map<String, String> countryByPlace = new LinkedHashMap<>();
    private final Set<Entity> news = new HashSet<>();
    private final Set<Entity> extended = new HashSet<>();

    /**
     * @param entries that come with the program; own ones are put among them
     * @param known also what is made of a key, as states are
     * @param trouble is told of what is wrong and may throw it; what is wrong is left out
     */
    OwnEntries(
            Map<Entity, GazetteerReader.Listed> entries,
            Function<Entity, Optional<Entry>> known,
            Set<String> countries,
            Consumer<WrongEntry> trouble) {
        this.entries = entries;
        this.known = known;
        this.countries = countries;
        this.trouble = trouble;
    }

    void add(List<UserFile> files) {
        Map<UserFile, List<UserFile.Placed>> all = new LinkedHashMap<>();
        for (UserFile file : files) {
            try {
                all.put(file, file.descriptions());
            } catch (WrongEntry wrong) {
                trouble.accept(wrong);
            }
        }
        all.values()
                .forEach(placed -> placed.forEach(entry -> {
                    subjects.add(entry.description().subject());
                    entry.description()
                            .first(COUNTRY_CODE)
                            .ifPresent(code ->
                                    countryByPlace.put(entry.description().subject(), code));
                }));
        all.forEach(this::add);
    }

    int newThings() {
        return news.size();
    }

    /** How many of those that come with the program got something. */
    int extended() {
        return (int) extended.stream().filter(entity -> !news.contains(entity)).count();
    }

    private void add(UserFile file, List<UserFile.Placed> placed) {
        GazetteerReader reader = new GazetteerReader(file.name());
        readers.add(reader);
        placed.stream()
                .map(UserFile.Placed::description)
                .filter(description -> description.subject().isEmpty())
                .forEach(reader::read);
        EntryRules rules = new EntryRules(new Around(), !reader.sources.isEmpty());
        for (UserFile.Placed entry : placed) {
            Optional<String> problem = rules.problem(entry.description());
            if (problem.isPresent()) {
                trouble.accept(new WrongEntry(file.name(), entry.line(), problem.get()));
            } else if (!entry.description().subject().isEmpty()) {
                add(reader, entry.description());
            }
        }
    }

    private void add(GazetteerReader reader, Description description) {
        if (description.subject().startsWith("id/tenure/")) {
            reader.read(description.orElse(
                    KNOWN_UNTIL,
                    () -> description
                            .first(Description.KH + "to")
                            .map(to ->
                                    Value.literal(new PartialDate(to).latest().toString()))
                            .orElseThrow()));
            return;
        }
        Entity entity = GazetteerReader.entity(description.subject());
        GazetteerReader.Listed listed = entries.get(entity);
        if (listed != null) {
            entries.put(entity, reader.added(listed, description));
            extended.add(entity);
        } else {
            reader.read(
                    entity.type() == EntityType.PLACE
                            ? description.orElse(WITHIN, () -> country(description.required(COUNTRY_CODE)))
                            : description);
            entries.put(entity, reader.entries.getLast());
            news.add(entity);
        }
    }

    private static Value country(String iso3) {
        return new Value.Iri("id/place/" + iso3.toLowerCase(Locale.ROOT));
    }

    private final class Around implements EntryRules.Surrounding {
        @Override
        public Optional<Entry> listed(Entity entity) {
            return Optional.ofNullable(entries.get(entity)).map(GazetteerReader.Listed::entry);
        }

        @Override
        public boolean exists(Entity entity) {
            return subjects.contains(entity.path()) || known.apply(entity).isPresent();
        }

        @Override
        public boolean isComposed(Entity entity) {
            return !entries.containsKey(entity) && known.apply(entity).isPresent();
        }

        @Override
        public boolean isCountry(String code) {
            return countries.contains(code) || GazetteerReader.ABOVE_COUNTRIES.containsKey(code);
        }

        @Override
        public Optional<String> countryOf(Entity place) {
            return listed(place)
                    .flatMap(Entry::country)
                    .or(() -> Optional.ofNullable(countryByPlace.get(place.path())));
        }
    }
}
