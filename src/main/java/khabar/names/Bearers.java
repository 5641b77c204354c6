package khabar.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Name;
import khabar.gazetteer.PartialDate;
import khabar.gazetteer.Tenure;
import khabar.text.Slug;
import khabar.text.Token;
import khabar.text.Tokeniser;

/** Who may be meant by a title with a surname, by a title alone, or by a name that the gazetteer does not have. */
final class Bearers {
    /** So long after he was last known in office a title and a surname may still mean someone. */
    private static final int YEARS_REMEMBERED = 10;

    private final Gazetteer gazetteer;
    private final Map<String, List<Entry.Person>> bySurname = new HashMap<>();

    Bearers(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        gazetteer
                .persons()
                .forEach(person -> Surnames.of(person.names()).forEach(surname -> {
                    List<Entry.Person> bearers = bySurname.computeIfAbsent(surname, key -> new ArrayList<>());
                    if (!bearers.contains(person)) {
                        bearers.add(person);
                    }
                }));
    }

    /** Someone of the gazetteer by surname after a title: of the title's country where it names one, else the only one. */
    Optional<Candidate> surnamed(
            Phrase phrase, int k, Optional<String> country, String title, Optional<LocalDate> day) {
        if (!phrase.isWord(k)
                || phrase.normal(k).length() < 4
                || Words.TITLE_COMPLEMENTS_AR.contains(phrase.normal(k))) {
            return Optional.empty();
        }
        List<Entry.Person> bearers = bySurname.getOrDefault(Surnames.bare(phrase.normal(k)), List.of()).stream()
                .filter(person -> country.isEmpty() || person.country().equals(country))
                .filter(person -> bears(person, title))
                .filter(person -> day.isEmpty() || isRemembered(person, day.get()))
                .toList();
        Optional<Entry.Person> bearer = likeliest(bearers, day);
        if (bearer.isEmpty() || !phrase.arabic() && !phrase.isCapitalised(k)) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                k,
                k + 1,
                0,
                "",
                MentionType.PERSON,
                new Resolution.Known(bearer.get(), country.isPresent() ? 0.9 : 0.75, Why.by(Basis.TITLE)),
                0.9));
    }

    /** Whether news of the day may call him by surname alone: he held an office then or in the years before. */
    private boolean isRemembered(Entry.Person person, LocalDate day) {
        return !lastKnown(person).plusYears(YEARS_REMEMBERED).isBefore(day);
    }

    /** The last day of which a source says that he held an office. */
    private LocalDate lastKnown(Entry.Person person) {
        return gazetteer.tenures(person.entity()).stream()
                .map(tenure -> tenure.to().map(PartialDate::latest).orElse(tenure.knownUntil()))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** Of several of one surname who was in office on the day, else who is in the list that was written last. */
    private Optional<Entry.Person> likeliest(List<Entry.Person> bearers, Optional<LocalDate> day) {
        List<Entry.Person> inOffice = bearers.stream()
                .filter(person -> day.isPresent()
                        && gazetteer.tenures(person.entity()).stream().anyMatch(tenure -> tenure.heldOn(day.get())))
                .toList();
        if (inOffice.size() == 1) {
            return Optional.of(inOffice.getFirst());
        }
        Optional<LocalDate> last = bearers.stream().map(this::listUntil).max(Comparator.naturalOrder());
        List<Entry.Person> latest = bearers.stream()
                .filter(person -> last.equals(Optional.of(listUntil(person))))
                .toList();
        return latest.size() == 1 ? Optional.of(latest.getFirst()) : Optional.empty();
    }

    /** The last day that the list of his offices speaks of. */
    private LocalDate listUntil(Entry.Person person) {
        return gazetteer.tenures(person.entity()).stream()
                .map(Tenure::knownUntil)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** Whether the title goes before the name of someone who held his offices. */
    private boolean bears(Entry.Person person, String title) {
        return Words.TITLES_ANY_AR.contains(title)
                || Words.TITLES_ANY_EN.contains(title)
                || gazetteer.tenures(person.entity()).stream()
                        .flatMap(tenure -> Stream.of(tenure.arabic(), tenure.english()))
                        .map(Tokeniser::normals)
                        .anyMatch(office -> office.stream().map(Phrase::bare).anyMatch(title::equals));
    }

    /** Who held the office on the day, where the gazetteer knows exactly one. */
    Optional<Resolution> holder(List<String> office, String country, Optional<LocalDate> day) {
        if (office.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        List<Entry.Person> holders = gazetteer.holders(String.join(" ", office), country, day.get());
        return holders.size() == 1
                ? Optional.of(new Resolution.Known(holders.getFirst(), 0.8, Why.by(Basis.OFFICE)))
                : Optional.empty();
    }

    /** The country of a nationality, or of a country's name. */
    Optional<String> country(String normal) {
        return gazetteer
                .nationality(normal)
                .or(() -> gazetteer.longest(List.of(normal), 0).stream()
                        .flatMap(match -> match.entries().stream())
                        .filter(entry -> entry instanceof Entry.Place place && place.feature() == Entry.Feature.COUNTRY)
                        .findFirst()
                        .flatMap(Entry::country));
    }

    /** An actor of its own, by the name that these tokens are. */
    static Candidate dark(Phrase phrase, int first, int last, String language) {
        String name = String.join(
                " ",
                phrase.sentence().tokens().subList(first, last).stream()
                        .map(Token::text)
                        .toList());
        DarkActor actor = new DarkActor(new Entity(EntityType.PERSON, Slug.unique(name)), new Name(name, language));
        return new Candidate(first, last, 0, "", MentionType.PERSON, new Resolution.Dark(actor, 0.7), 0.75);
    }
}
