package khabar.gazetteer;

import static khabar.gazetteer.Description.ALT_LABEL;
import static khabar.gazetteer.Description.KH;
import static khabar.gazetteer.Description.LABEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes entries of the descriptions of one file. */
final class GazetteerReader {
    /** Codes that stand where a country's would, and the organisations that they mean. */
    static final Map<String, String> ABOVE_COUNTRIES =
            Map.of("UNO", "united-nations", "EUU", "european-union", "ARL", "arab-league");

    final List<Listed> entries = new ArrayList<>();
    final List<Country> countries = new ArrayList<>();
    final List<Held> tenures = new ArrayList<>();
    final List<Office> offices = new ArrayList<>();
    final List<Head> heads = new ArrayList<>();
    final List<Name> commonWords = new ArrayList<>();
    /** Of the file itself, for entries that name none of their own. */
    final List<String> sources = new ArrayList<>();

    private static final String FEATURE = KH + "feature";
    private static final String COUNTRY_CODE = KH + "countryCode";
    private static final String WITHIN = KH + "within";
    private static final String POPULATION = KH + "population";
    private static final String ORGANISATION_ROLE = KH + "organisationRole";
    private static final String COMMON_NAME = KH + "commonName";
    private static final String UNMATCHED_NAME = KH + "unmatchedName";
    private static final String ORIGIN = KH + "origin";
    private static final String COUNTRY = KH + "country";
    private static final String OFFICE_OF = KH + "officeOf";
    private static final String SECTOR = KH + "sector";

    private final String file;

    GazetteerReader(String file) {
        this.file = file;
    }

    /**
     * An entry with what the records do not hold.
     *
     * @param spellings normal forms to look for; a name that is too common a word is shown but not looked for
     * @param role the role it plays in its country, as {@code army}
     */
    record Listed(
            Entry entry,
            List<List<String>> spellings,
            List<String> sources,
            List<String> exactMatches,
            Optional<String> role) {}

    /** What a country's description has beside its place. */
    record Country(
            String iso3,
            Entry.Organisation state,
            Optional<Entity> capital,
            List<Name> adjectives,
            List<Name> demonyms,
            List<String> arabicPlurals) {}

    /** A tenure and the organisation whose office it is. */
    record Held(Tenure tenure, Optional<Entity> officeOf) {}

    /** The titles of one office in both languages. */
    record Office(String key, List<Name> titles) {}

    void read(Description description) {
        String subject = description.subject();
        if (subject.startsWith("id/place/")) {
            readPlace(description);
        } else if (subject.startsWith("id/person/")) {
            add(description, person(description));
        } else if (subject.startsWith("id/organisation/")) {
            readOrganisation(description);
        } else if (subject.startsWith("id/tenure/")) {
            tenures.add(
                    new Held(tenure(description), description.first(OFFICE_OF).map(GazetteerReader::entity)));
        } else if (description.isA(KH + "OrganisationRole")) {
            heads.add(head(description));
        } else if (description.isA(KH + "Office")) {
            offices.add(new Office(key(subject), description.names(LABEL, ALT_LABEL)));
        } else if (subject.isEmpty()) {
            sources.addAll(description.texts(Description.SOURCE));
        } else {
            throw new IllegalStateException(file + ": what is " + subject + "?");
        }
    }

    private void readPlace(Description description) {
        Entry.Place place = place(description);
        add(description, place);
        if (place.feature() == Entry.Feature.COUNTRY) {
            countries.add(country(description, place));
        }
    }

    /** States are read from their country, which has the names. */
    private void readOrganisation(Description description) {
        if (!description.first(ORIGIN).orElse("").equals("state")) {
            add(description, organisation(description));
        }
    }

    private void add(Description description, Entry entry) {
        commonWords.addAll(description.names(COMMON_NAME));
        List<Name> unmatched = description.names(UNMATCHED_NAME);
        List<String> own = description.texts(Description.SOURCE);
        entries.add(new Listed(
                entry,
                spellings(entry.names(), unmatched),
                own.isEmpty() ? List.copyOf(sources) : own,
                description.texts(Description.EXACT_MATCH),
                description.first(ORGANISATION_ROLE).map(GazetteerReader::key)));
    }

    /** A known entry with the names, sources and references that a description adds; what it was shown by stays. */
    Listed added(Listed listed, Description description) {
        commonWords.addAll(description.names(COMMON_NAME));
        List<Name> more = new ArrayList<>(description.names(LABEL, ALT_LABEL));
        more.removeAll(listed.entry().names());
        List<Name> names = joined(listed.entry().names(), more);
        List<String> own = description.texts(Description.SOURCE);
        return new Listed(
                listed.entry()
                        .with(
                                shown(listed.entry().english(), names, "en"),
                                shown(listed.entry().arabic(), names, "ar"),
                                names),
                joined(listed.spellings(), spellings(more, description.names(UNMATCHED_NAME))),
                joined(listed.sources(), own.isEmpty() ? sources : own),
                joined(listed.exactMatches(), description.texts(Description.EXACT_MATCH)),
                listed.role());
    }

    /** The first name in a language, where what stood for it until now is in another one. */
    private static String shown(String now, List<Name> names, String language) {
        return names.contains(new Name(now, language))
                ? now
                : names.stream()
                        .filter(name -> name.language().equals(language))
                        .map(Name::text)
                        .findFirst()
                        .orElse(now);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static List<List<String>> spellings(List<Name> names, List<Name> unmatched) {
        List<List<String>> spellings = new ArrayList<>(names.size());
        for (Name name : names) {
            if (!unmatched.contains(name)) {
                spellings.addAll(Spellings.of(name));
            }
        }
        return spellings;
    }

    private static Entry.Place place(Description description) {
        String key = key(description.subject());
        Entry.Feature feature =
                Entry.Feature.valueOf(description.required(FEATURE).toUpperCase(Locale.ROOT));
        Optional<Entry.Point> point = description
                .first(Description.LATITUDE)
                .map(latitude -> new Entry.Point(
                        Double.parseDouble(latitude), Double.parseDouble(description.required(Description.LONGITUDE))));
        Optional<Entity> within = description.first(WITHIN).map(GazetteerReader::entity);
        Labels labels = Labels.of(description);
        return new Entry.Place(
                Entity.place(key),
                labels.english(),
                labels.arabic(),
                labels.all(),
                description.first(COUNTRY_CODE),
                feature,
                within,
                point,
                description.first(POPULATION).map(Long::parseLong).orElse(0L));
    }

    private static Country country(Description description, Entry.Place place) {
        String iso3 = description.required(COUNTRY_CODE);
        Entry.Organisation state = new Entry.Organisation(
                Entity.organisation(place.entity().key()),
                place.english(),
                place.arabic(),
                place.names(),
                place.country(),
                List.of("GOV"),
                Entry.Origin.STATE);
        return new Country(
                iso3,
                state,
                description.first(KH + "capital").map(GazetteerReader::entity),
                description.names(KH + "adjective"),
                description.names(KH + "demonym"),
                description.names(KH + "pluralDemonym").stream().map(Name::text).toList());
    }

    private static Entry.Person person(Description description) {
        Labels labels = Labels.of(description);
        return new Entry.Person(
                entity(description.subject()),
                labels.english(),
                labels.arabic(),
                labels.all(),
                description.first(COUNTRY).map(GazetteerReader::iso3));
    }

    private static Entry.Organisation organisation(Description description) {
        Labels labels = Labels.of(description);
        return new Entry.Organisation(
                entity(description.subject()),
                labels.english(),
                labels.arabic(),
                labels.all(),
                description.first(COUNTRY).map(GazetteerReader::iso3),
                description.texts(SECTOR),
                Entry.Origin.LISTED);
    }

    private static Tenure tenure(Description description) {
        Labels labels = Labels.of(description);
        return new Tenure(
                key(description.subject()),
                entity(description.required(KH + "holder")),
                labels.english(),
                labels.arabic(),
                description.first(OFFICE_OF).flatMap(GazetteerReader::officeCode),
                new PartialDate(description.required(KH + "from")),
                description.first(KH + "to").map(PartialDate::new),
                LocalDate.parse(description.required(KH + "knownUntil")));
    }

    private static Head head(Description description) {
        return new Head(
                key(description.subject()),
                description.names(KH + "headWord"),
                description.inLanguage(KH + "composedName", "en").orElseThrow(),
                description.inLanguage(KH + "composedName", "ar").orElseThrow(),
                description
                        .first(KH + "feminineHead")
                        .map(Boolean::parseBoolean)
                        .orElse(false),
                description.texts(SECTOR));
    }

    /** The country or the organisation above countries; an office of a movement has neither. */
    private static Optional<String> officeCode(String organisation) {
        String key = key(organisation);
        if (key.length() == 3 && !key.equals("who")) {
            return Optional.of(iso3(organisation));
        }
        return ABOVE_COUNTRIES.entrySet().stream()
                .filter(code -> code.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Entity entity(String path) {
        int type = path.indexOf('/') + 1;
        int key = path.indexOf('/', type) + 1;
        return new Entity(
                EntityType.valueOf(path.substring(type, key - 1).toUpperCase(Locale.ROOT)), path.substring(key));
    }

    private static String iso3(String path) {
        return key(path).toUpperCase(Locale.ROOT);
    }

    private static String key(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** The names of a description, the two to show first. */
    private record Labels(String english, String arabic, List<Name> all) {
        static Labels of(Description description) {
            List<Name> names = description.names(LABEL, ALT_LABEL);
            Optional<String> english = description.inLanguage(LABEL, "en");
            Optional<String> arabic = description.inLanguage(LABEL, "ar");
            // An area that no source names is shown by its code, which is not looked for in texts: SY-13.
            String any = english.or(() -> arabic)
                    .orElseGet(() -> key(description.subject()).toUpperCase(Locale.ROOT));
            return new Labels(english.orElse(any), arabic.orElse(any), names);
        }
    }
}
