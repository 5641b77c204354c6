package khabar.gazetteer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import khabar.text.Tokeniser;
import org.jspecify.annotations.Nullable;

/**
 * The people, organisations and places that Khabar knows by name, with the offices that people held. Immutable.
 *
 * <p>Names are compared by their normal forms ({@link khabar.text.Normaliser}), cut as text is cut
 * ({@link Tokeniser#normals}). Particles before a name (و ب ل ك) are the caller's to take off.
 */
public final class Gazetteer {
    /** The files of {@code rdf/gazetteer}, in the order that {@link ShippedFiles#version} hashes them. */
    static final List<String> FILES = List.of(
            "countries",
            "areas",
            "cities-middle-east",
            "cities-a-e",
            "cities-f-o",
            "cities-p-z",
            "organisations",
            "groups",
            "heads",
            "offices",
            "persons",
            "leaders");

    private static @Nullable Gazetteer shipped;

    private final String version;
    private final Own own;
    private final Map<Entity, GazetteerReader.Listed> entries = new LinkedHashMap<>();
    private final Map<String, GazetteerReader.Country> countries = new HashMap<>();
    private final Map<Entity, String> capitals = new HashMap<>();
    private final Map<Entity, List<Tenure>> tenures = new HashMap<>();
    private final Map<String, List<Tenure>> tenuresIn = new HashMap<>();
    private final Map<String, Entity> officesOf = new HashMap<>();
    private final Map<String, Entry.Organisation> byRole = new HashMap<>();
    private final NameIndex<Entry> names = new NameIndex<>();
    private final Nationalities nationalities = new Nationalities();
    private final Heads heads;
    private final Offices offices;
    private final Transliterations transliterations =
            new Transliterations(() -> entries.values().stream().map(GazetteerReader.Listed::entry));

    private Gazetteer(String version, List<GazetteerReader> readers, List<UserFile> own, Consumer<WrongEntry> trouble) {
        this.version = version;
        this.heads = new Heads(readers.stream().flatMap(r -> r.heads.stream()).toList());
        this.offices =
                new Offices(readers.stream().flatMap(r -> r.offices.stream()).toList());
        for (GazetteerReader reader : readers) {
            reader.countries.forEach(this::addCountry);
            reader.entries.forEach(this::add);
        }
        OwnEntries added = new OwnEntries(entries, this::entry, countries.keySet(), trouble);
        added.add(own);
        this.own = new Own(own.size(), added.newThings(), added.extended());
        entries.values().forEach(this::index);
        Stream.concat(readers.stream(), added.readers.stream()).forEach(reader -> {
            reader.tenures.forEach(this::addTenure);
            reader.commonWords.forEach(word -> names.addCommon(Tokeniser.normals(word.text())));
        });
        added.readers.stream()
                .flatMap(reader -> reader.tenures.stream())
                .map(held -> tenures.getOrDefault(held.tenure().person(), List.of()))
                .forEach(held ->
                        held.sort(Comparator.comparing(tenure -> tenure.from().value())));
        names.order(this::prior);
    }

    /**
     * What comes with the program: the files on the class path, read once in a process.
     *
     * @throws IllegalStateException if one is missing or wrong: they come with the program
     */
    public static synchronized Gazetteer load() {
        Gazetteer known = shipped;
        if (known == null) {
            known = read(List.of(), Gazetteer::refuse);
            shipped = known;
        }
        return known;
    }

    /**
     * Reads the files on the class path, and then a user's own.
     *
     * @param directory its {@code .ttl} and {@code .csv} files; may be absent
     * @throws WrongEntry at the first thing in them that is wrong
     */
    public static Gazetteer load(Path directory) {
        return check(List.of(directory), Gazetteer::refuse);
    }

    /**
     * The same with these files, all that is wrong in them left out.
     *
     * @param trouble is told of each thing that is wrong
     */
    public static Gazetteer check(List<Path> files, Consumer<WrongEntry> trouble) {
        List<UserFile> readable = new ArrayList<>();
        for (Path path : files) {
            try {
                boolean one = Files.isRegularFile(path);
                (one ? List.of(path) : UserFile.in(path))
                        .forEach(file -> read(file, trouble).ifPresent(readable::add));
            } catch (WrongEntry wrong) {
                trouble.accept(wrong);
            }
        }
        return load(readable, trouble);
    }

    private static Optional<UserFile> read(Path file, Consumer<WrongEntry> trouble) {
        try {
            return Optional.of(UserFile.read(file));
        } catch (WrongEntry wrong) {
            trouble.accept(wrong);
            return Optional.empty();
        }
    }

    private static void refuse(WrongEntry wrong) {
        throw wrong;
    }

    private static Gazetteer load(List<UserFile> own, Consumer<WrongEntry> trouble) {
        return own.isEmpty() ? load() : read(own, trouble);
    }

    private static Gazetteer read(List<UserFile> own, Consumer<WrongEntry> trouble) {
        ShippedFiles files = ShippedFiles.read();
        return new Gazetteer(files.version(own), files.readers(), own, trouble);
    }

    /** 16 hexadecimal digits that change when a file does, a user's own too. */
    public String version() {
        return version;
    }

    /** What the user's own files brought. */
    public Own own() {
        return own;
    }

    /**
     * What came of a user's own files.
     *
     * @param added new things
     * @param extended things that come with the program and have more names, sources or references now
     */
    public record Own(int files, int added, int extended) {}

    /** What is known of it; composed organisations are made anew from their key, as {@code irq-army}. */
    public Optional<Entry> entry(Entity entity) {
        GazetteerReader.Listed listed = entries.get(entity);
        if (listed != null) {
            return Optional.of(listed.entry());
        }
        return entity.type() == EntityType.ORGANISATION ? stateOrComposed(entity.key()) : Optional.empty();
    }

    /** Everyone known. */
    public List<Entry.Person> persons() {
        return entries.values().stream()
                .map(GazetteerReader.Listed::entry)
                .filter(Entry.Person.class::isInstance)
                .map(Entry.Person.class::cast)
                .toList();
    }

    private Optional<Entry> stateOrComposed(String key) {
        if (key.length() < 3) {
            return Optional.empty();
        }
        GazetteerReader.Country country = countries.get(key.substring(0, 3).toUpperCase(Locale.ROOT));
        if (country == null) {
            return Optional.empty();
        }
        if (key.length() == 3) {
            return Optional.of(country.state());
        }
        return key.charAt(3) == '-'
                ? heads.role(key.substring(4)).map(head -> compose(head, country.iso3()))
                : Optional.empty();
    }

    /**
     * The names that start at a token, of the longest length first. A country's name gives its place;
     * {@link #state(String)} is who acts under the same name.
     *
     * @param normals normal forms of the tokens of a sentence
     */
    public List<Match> longest(List<String> normals, int from) {
        List<NameIndex.Found<Entry>> all = names.startingAt(normals, from);
        if (all.isEmpty()) {
            return List.of(); // as for most words: not worth a stream
        }
        return all.stream()
                .map(found -> new Match(found.length(), found.values(), found.common(), 1))
                .toList();
    }

    /**
     * Entries that bear the name that stands there.
     *
     * @param length in tokens
     * @param entries all that bear the name, the likeliest first
     * @param common the name is an everyday word too (العربية, WHO): believe it only with more to go by, as capital
     *     letters in English or a word beside it that says what it is
     * @param likeness 1 where the name is spelt as listed; less where it is so by transliteration only, which is good for
     *     finding a thing and no fact about it
     */
    public record Match(int length, List<Entry> entries, boolean common, double likeness) {
        public Match {
            entries = List.copyOf(entries);
        }

        /** Whether the name is listed in the other script only: {@link Gazetteer#transliterated}. */
        public boolean transliterated() {
            return likeness < 1;
        }
    }

    /**
     * People and organisations that are listed in the other script only and whose whole name, of two parts or more, can
     * be written so. Whether somebody of that name was about on the day is the caller's to judge ({@link #tenures}).
     *
     * @param normals normal forms of a whole name, and of nothing else
     * @param wanted nobody is found where none of those whom it may be is; others than those wanted may be among them
     */
    public Optional<Match> transliterated(List<String> normals, Predicate<Entry> wanted) {
        List<Transliterations.Scored> found = transliterations.of(normals, wanted);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Match(
                        normals.size(),
                        found.stream().map(Transliterations.Scored::entry).toList(),
                        false,
                        Math.min(found.getFirst().likeness(), Transliterations.MOST)));
    }

    /**
     * The country (ISO 3166-1 alpha-3) of an adjective or noun of nationality in any form, words joined by one blank:
     * روسي, الروسيه, russian, "الكوريه الشماليه". The normal form does not show that "us", "polish" may be other
     * words: in English look at the capital letters.
     */
    public Optional<String> nationality(String normal) {
        return nationalities.of(normal);
    }

    /** The longest nationality that starts at a token. */
    public Optional<Nationality> nationality(List<String> normals, int from) {
        return nationalities
                .startingAt(normals, from)
                .map(found -> new Nationality(found.length(), found.values().getFirst()));
    }

    /**
     * A nationality that stands there.
     *
     * @param length in tokens
     * @param country ISO 3166-1 alpha-3
     */
    public record Nationality(int length, String country) {}

    /**
     * The state as an actor; UNO, EUU and ARL give the United Nations, the European Union and the Arab League.
     *
     * @throws IllegalArgumentException if there is no such code
     */
    public Entry.Organisation state(String iso3) {
        String above = GazetteerReader.ABOVE_COUNTRIES.get(iso3);
        if (above != null && entry(Entity.organisation(above)).orElseThrow() instanceof Entry.Organisation listed) {
            return listed;
        }
        return known(iso3).state();
    }

    /**
     * The country as a place.
     *
     * @throws IllegalArgumentException if there is no such code
     */
    public Entry.Place country(String iso3) {
        Entity place = Entity.place(known(iso3).state().entity().key());
        return (Entry.Place) Objects.requireNonNull(entries.get(place)).entry();
    }

    /** The seat of its government: its name may stand for the state. */
    public Optional<Entity> capital(String iso3) {
        return known(iso3).capital();
    }

    /** The country (ISO 3166-1 alpha-3) whose capital a place is. */
    public Optional<String> capitalOf(Entity place) {
        return Optional.ofNullable(capitals.get(place));
    }

    private GazetteerReader.Country known(String iso3) {
        GazetteerReader.Country country = countries.get(iso3);
        if (country == null) {
            throw new IllegalArgumentException("no country " + iso3);
        }
        return country;
    }

    /** Head nouns that start at a token, the longest first; the Arabic article on it makes no difference. */
    public List<Head.Match> heads(List<String> normals, int from) {
        return heads.startingAt(normals, from);
    }

    /** The organisation that plays the role in the country: a listed one, else one composed by the head's patterns. */
    public Entry.Organisation compose(Head head, String iso3) {
        GazetteerReader.Country country = known(iso3);
        Entry.Organisation listed = byRole.get(iso3 + " " + head.role());
        return listed != null ? listed : Composition.of(head, country);
    }

    /** The offices that a person held, in the order of their beginnings. */
    public List<Tenure> tenures(Entity person) {
        return List.copyOf(tenures.getOrDefault(person, List.of()));
    }

    /** The state, organisation or movement whose office it is. */
    public Optional<Entity> officeOf(Tenure tenure) {
        return Optional.ofNullable(officesOf.get(tenure.key()));
    }

    /**
     * Who held an office on a day, as far as the sources say.
     *
     * @param officeNormal normal form of a title: "وزير الدفاع", "defence minister"
     * @param country ISO 3166-1 alpha-3, or UNO, EUU, ARL
     */
    public List<Entry.Person> holders(String officeNormal, String country, LocalDate day) {
        return tenuresIn.getOrDefault(country, List.of()).stream()
                .filter(tenure -> tenure.heldOn(day))
                .filter(tenure -> offices.same(tenure, officeNormal))
                .map(tenure -> entries.get(tenure.person()))
                .map(listed -> (Entry.Person) listed.entry())
                .distinct()
                .toList();
    }

    /**
     * Where it is known from: addresses or words, its own or those of its file. A state or a composed organisation is
     * known from where its country is.
     */
    public List<String> sources(Entity entity) {
        GazetteerReader.Listed listed = entries.get(entity);
        if (listed != null) {
            return listed.sources();
        }
        return entry(entity).flatMap(Entry::country).map(this::country).stream()
                .flatMap(country -> sources(country.entity()).stream())
                .toList();
    }

    /** IRIs of the same thing elsewhere (GeoNames, Wikidata), where the source states them. */
    public List<String> exactMatches(Entity entity) {
        GazetteerReader.Listed listed = entries.get(entity);
        return listed == null ? List.of() : listed.exactMatches();
    }

    /** All that is listed, in no order. */
    Stream<GazetteerReader.Listed> listed() {
        return entries.values().stream();
    }

    private void addTenure(GazetteerReader.Held held) {
        Tenure tenure = held.tenure();
        tenures.computeIfAbsent(tenure.person(), person -> new ArrayList<>()).add(tenure);
        tenure.country()
                .ifPresent(country -> tenuresIn
                        .computeIfAbsent(country, code -> new ArrayList<>())
                        .add(tenure));
        held.officeOf().ifPresent(organisation -> officesOf.put(tenure.key(), organisation));
    }

    private void addCountry(GazetteerReader.Country country) {
        countries.put(country.iso3(), country);
        country.capital().ifPresent(capital -> capitals.put(capital, country.iso3()));
        nationalities.add(country);
    }

    private void add(GazetteerReader.Listed listed) {
        Entry entry = listed.entry();
        if (entries.put(entry.entity(), listed) != null) {
            throw new IllegalStateException("twice in the gazetteer: " + entry.entity());
        }
    }

    private void index(GazetteerReader.Listed listed) {
        Entry entry = listed.entry();
        listed.spellings().forEach(spelling -> names.add(spelling, entry));
        if (listed.role().isPresent() && entry instanceof Entry.Organisation organisation) {
            byRole.put(
                    organisation.country().orElseThrow() + " " + listed.role().get(), organisation);
        }
    }

    /** Country before capital before listed actors before cities by population; an area after the city it is named for. */
    private double prior(Entry entry) {
        return switch (entry) {
            case Entry.Place place ->
                switch (place.feature()) {
                    case COUNTRY -> 4e9;
                    case AREA -> 40_000;
                    case CITY -> capitals.containsKey(place.entity()) ? 3e9 + place.population() : place.population();
                };
            case Entry.Organisation organisation -> 2e9;
            case Entry.Person person -> 1e9;
        };
    }
}
