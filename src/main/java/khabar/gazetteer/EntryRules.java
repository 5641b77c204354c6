package khabar.gazetteer;

import static khabar.gazetteer.Description.ALT_LABEL;
import static khabar.gazetteer.Description.EXACT_MATCH;
import static khabar.gazetteer.Description.KH;
import static khabar.gazetteer.Description.LABEL;
import static khabar.gazetteer.Description.LATITUDE;
import static khabar.gazetteer.Description.LONGITUDE;
import static khabar.gazetteer.Description.SOURCE;
import static khabar.gazetteer.Description.TYPE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must hold of an entry that a user adds. Each rule gives one line for a person, what is wrong and what to do, or
 * nothing.
 */
final class EntryRules {
    private static final Pattern PATH = Pattern.compile("id/(person|organisation|place|tenure)/[a-z0-9-]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    private static final Pattern SECTOR = Pattern.compile("[A-Z]{3}");
    private static final Pattern IRI = Pattern.compile("https?://\\S+");
    private static final String FEATURE = KH + "feature";
    private static final String COUNTRY = KH + "country";
    private static final String COUNTRY_CODE = KH + "countryCode";
    private static final String WITHIN = KH + "within";
    private static final String POPULATION = KH + "population";

    private static final Set<String> NAMES =
            Set.of(TYPE, LABEL, ALT_LABEL, SOURCE, EXACT_MATCH, KH + "commonName", KH + "unmatchedName");
    private static final Set<String> OF_PERSONS = with(COUNTRY, KH + "hasTenure");
    private static final Set<String> OF_ORGANISATIONS = with(COUNTRY, KH + "origin", KH + "sector");
    private static final Set<String> OF_PLACES = with(FEATURE, COUNTRY_CODE, WITHIN, LATITUDE, LONGITUDE, POPULATION);
    private static final Set<String> OF_TENURES =
            Set.of(TYPE, LABEL, SOURCE, KH + "holder", KH + "officeOf", KH + "from", KH + "to", KH + "knownUntil");

    private final Surrounding known;
    /** Whether the file says where it comes from. */
    private final boolean fileHasSource;

    /** What entries may refer to. */
    interface Surrounding {
        /** The same key as it came with the program or with an earlier file. */
        Optional<Entry> listed(Entity entity);

        boolean exists(Entity entity);

        /** Whether the key is that of a state or of an organisation made of a head and a country. */
        boolean isComposed(Entity entity);

        /** ISO 3166-1 alpha-3, upper case; or what stands where a country's would. */
        boolean isCountry(String code);

        /** ISO 3166-1 alpha-3 of the country of a place, which may be a new one. */
        Optional<String> countryOf(Entity place);
    }

    EntryRules(Surrounding known, boolean fileHasSource) {
        this.known = known;
        this.fileHasSource = fileHasSource;
    }

    /** The first thing that is wrong. */
    Optional<String> problem(Description entry) {
        String subject = entry.subject();
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        if (!PATH.matcher(subject).matches()) {
            return Optional.of(
                    "what is <" + subject
                            + ">? expected <id/person/KEY>, <id/organisation/KEY>, <id/place/KEY> or <id/tenure/KEY>, KEY of a-z, 0-9 and -");
        }
        Stream<Function<Description, Optional<String>>> rules = subject.startsWith("id/tenure/")
                ? Stream.of(e -> properties(e, OF_TENURES), this::tenure, this::dates)
                : Stream.of(this::type, this::names, this::source, this::sameAs, this::own);
        return rules.map(rule -> rule.apply(entry)).flatMap(Optional::stream).findFirst();
    }

    private static Set<String> with(String... more) {
        Set<String> all = new LinkedHashSet<>(NAMES);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private static Optional<String> properties(Description entry, Set<String> allowed) {
        return entry.values().keySet().stream()
                .filter(property -> !allowed.contains(property))
                .sorted()
                .findFirst()
                .map(property ->
                        subject(entry) + " has " + shortened(property) + ", which says nothing here; leave it out");
    }

    private Optional<String> type(Description entry) {
        Entity entity = GazetteerReader.entity(entry.subject());
        String expected = KH
                + switch (entity.type()) {
                    case PERSON -> "Person";
                    case ORGANISATION -> "Organisation";
                    case PLACE -> "Place";
                };
        boolean typed = entry.isA(expected);
        return typed || entry.all(TYPE).isEmpty() && known.listed(entity).isPresent()
                ? Optional.empty()
                : Optional.of(subject(entry) + " is not said to be a " + shortened(expected));
    }

    private Optional<String> names(Description entry) {
        for (String property : List.of(LABEL, ALT_LABEL, KH + "commonName", KH + "unmatchedName")) {
            for (Value value : entry.all(property)) {
                if (!(value instanceof Value.Literal name)
                        || !LANGUAGE.matcher(name.language().toLowerCase(Locale.ROOT))
                                .matches()) {
                    return Optional.of(subject(entry) + " has a name without a language; write \"…\"@en, \"…\"@ar");
                }
                if (Spellings.normals(name.text()).isEmpty()) {
                    return Optional.of(subject(entry) + " has a name without letters: \"" + name.text() + "\"");
                }
            }
        }
        boolean shown = entry.inLanguage(LABEL, "en").isPresent()
                || entry.inLanguage(LABEL, "ar").isPresent();
        return shown || known.listed(GazetteerReader.entity(entry.subject())).isPresent()
                ? Optional.empty()
                : Optional.of(subject(entry)
                        + " has no name to show; give rdfs:label (name_en, name_ar) in English or Arabic");
    }

    private Optional<String> source(Description entry) {
        return fileHasSource || !entry.texts(SOURCE).stream().allMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(subject(entry)
                        + " has no source; give dct:source, an address or words, here or of the file <>");
    }

    private Optional<String> sameAs(Description entry) {
        return entry.all(EXACT_MATCH).stream()
                .filter(value -> !(value instanceof Value.Iri iri)
                        || !IRI.matcher(iri.text()).matches())
                .findFirst()
                .map(value -> subject(entry) + ": \"" + value.text()
                        + "\" is no address of the same thing elsewhere; expected"
                        + " http://www.wikidata.org/entity/Q… or https://sws.geonames.org/…/");
    }

    /** What is known with the program stays so; what is new must be whole. */
    private Optional<String> own(Description entry) {
        Entity entity = GazetteerReader.entity(entry.subject());
        Optional<Entry> listed = known.listed(entity);
        if (listed.isPresent()) {
            return added(entry, listed.get());
        }
        return switch (entity.type()) {
            case PERSON -> properties(entry, OF_PERSONS).or(() -> country(entry, COUNTRY));
            case ORGANISATION ->
                properties(entry, OF_ORGANISATIONS)
                        .or(() -> country(entry, COUNTRY))
                        .or(() -> sectors(entry))
                        .or(() -> composed(entry, entity));
            case PLACE -> properties(entry, OF_PLACES).or(() -> place(entry));
        };
    }

    /** Columns and properties that repeat what is known do no harm; others would be lost. */
    private static Optional<String> added(Description entry, Entry listed) {
        return entry.values().keySet().stream()
                .filter(property -> !NAMES.contains(property) && !property.equals(KH + "hasTenure"))
                .filter(property ->
                        !says(listed, property, entry.first(property).orElse("")))
                .sorted()
                .findFirst()
                .map(property -> subject(entry)
                        + " comes with Khabar: names, dct:source and skos:exactMatch can be added to it; leave out "
                        + shortened(property) + ", or choose another key for another thing");
    }

    private static boolean says(Entry listed, String property, String value) {
        String country = listed.country().orElse("");
        return property.equals(COUNTRY_CODE) && country.equals(value)
                || property.equals(COUNTRY) && value.equals("id/organisation/" + country.toLowerCase(Locale.ROOT))
                || property.equals(FEATURE)
                        && listed instanceof Entry.Place place
                        && place.feature().name().equalsIgnoreCase(value);
    }

    private Optional<String> country(Description entry, String property) {
        return entry.first(property)
                .filter(path -> !path.startsWith("id/organisation/")
                        || !known.isCountry(
                                path.substring("id/organisation/".length()).toUpperCase(Locale.ROOT)))
                .map(path -> noCountry(entry, path));
    }

    private static String noCountry(Description entry, String code) {
        return subject(entry) + ": there is no country \"" + code.substring(code.lastIndexOf('/') + 1)
                + "\"; expected a code of ISO 3166-1 alpha-3, as SYR";
    }

    private static Optional<String> sectors(Description entry) {
        return entry.texts(KH + "sector").stream()
                .filter(code -> !SECTOR.matcher(code).matches())
                .findFirst()
                .map(code -> subject(entry) + ": \"" + code
                        + "\" is no sector code; expected three capitals, as GOV, MIL, REB");
    }

    private Optional<String> composed(Description entry, Entity entity) {
        return entity.key().length() == 3 || known.isComposed(entity)
                ? Optional.of(subject(entry)
                        + ": such keys are those of states and of what is composed of a state; choose a longer one")
                : Optional.empty();
    }

    private Optional<String> place(Description entry) {
        String code = entry.first(COUNTRY_CODE).orElse("");
        String feature = entry.first(FEATURE).orElse("");
        if (!feature.equals("city") && !feature.equals("area")) {
            return Optional.of(subject(entry) + " is \"" + feature
                    + "\"; expected city or area (all countries come with Khabar, by their code)");
        }
        if (code.length() != 3
                || !known.isCountry(code)
                || !known.exists(Entity.place(code.toLowerCase(Locale.ROOT)))) {
            return Optional.of(noCountry(entry, code));
        }
        Optional<String> within = entry.first(WITHIN);
        if (within.isPresent() && !within.get().matches("id/place/[a-z0-9-]+")
                || within.map(GazetteerReader::entity)
                        .filter(place -> !known.exists(place))
                        .isPresent()) {
            return Optional.of(subject(entry) + " lies in " + within.get()
                    + ", which is not there; give the key of a place, or nothing");
        }
        if (within.map(GazetteerReader::entity)
                .flatMap(known::countryOf)
                .filter(other -> !other.equals(code))
                .isPresent()) {
            return Optional.of(subject(entry) + " lies in " + within.get() + ", which is not in " + code);
        }
        return point(entry).or(() -> population(entry));
    }

    private static Optional<String> point(Description entry) {
        if (entry.first(LATITUDE).isEmpty() && entry.first(LONGITUDE).isEmpty()) {
            return Optional.empty();
        }
        return isNumber(entry.first(LATITUDE).orElse(""), 90)
                        && isNumber(entry.first(LONGITUDE).orElse(""), 180)
                ? Optional.empty()
                : Optional.of(subject(entry)
                        + ": latitude and longitude are two decimal numbers of degrees, from -90 to 90 and from -180 to 180; these are \""
                        + entry.first(LATITUDE).orElse("") + "\" and \""
                        + entry.first(LONGITUDE).orElse("") + "\"");
    }

    private static boolean isNumber(String text, int most) {
        return text.matches("[+-]?\\d{1,3}(\\.\\d+)?") && Math.abs(Double.parseDouble(text)) <= most;
    }

    private static Optional<String> population(Description entry) {
        return entry.first(POPULATION)
                .filter(number -> !number.matches("\\d{1,11}"))
                .map(number -> subject(entry) + ": \"" + number + "\" is no number of people");
    }

    private Optional<String> tenure(Description entry) {
        Optional<String> holder = entry.first(KH + "holder");
        if (holder.filter(path -> path.matches("id/person/[a-z0-9-]+"))
                .filter(path -> known.exists(GazetteerReader.entity(path)))
                .isEmpty()) {
            return Optional.of(subject(entry) + " is held by nobody who is there; give kh:holder, a person");
        }
        if (entry.inLanguage(LABEL, "en").isEmpty()
                && entry.inLanguage(LABEL, "ar").isEmpty()) {
            return Optional.of(subject(entry) + " has no title; give rdfs:label in English or Arabic");
        }
        return entry.first(KH + "officeOf")
                .filter(path ->
                        !path.matches("id/organisation/[a-z0-9-]+") || !known.exists(GazetteerReader.entity(path)))
                .map(path -> subject(entry) + " is an office of " + path
                        + ", which is not there; give the code of a country or the key of an organisation");
    }

    private Optional<String> dates(Description entry) {
        for (String property : List.of(KH + "from", KH + "to", KH + "knownUntil")) {
            Optional<String> wrong = entry.first(property).filter(date -> !PartialDate.isOne(date));
            if (wrong.isPresent()) {
                return Optional.of(
                        subject(entry) + ": \"" + wrong.get() + "\" is no date; expected 2017, 2017-09 or 2017-09-12");
            }
        }
        if (entry.first(KH + "from").isEmpty()) {
            return Optional.of(subject(entry) + " begins on no date; give kh:from");
        }
        return entry.first(KH + "to").or(() -> entry.first(KH + "knownUntil")).isPresent()
                ? Optional.empty()
                : Optional.of(subject(entry)
                        + " ends on no date; give kh:to, or kh:knownUntil: the last day that the source speaks of");
    }

    private static String subject(Description entry) {
        return entry.subject().substring(entry.subject().indexOf('/') + 1);
    }

    private static String shortened(String property) {
        return property.startsWith(KH) ? "kh:" + property.substring(KH.length()) : "<" + property + ">";
    }
}
