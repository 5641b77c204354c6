package khabar.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Name;
import khabar.text.Slug;
import khabar.text.Token;
import khabar.text.Tokeniser;

/** Who may be meant by a title with a surname, by a title alone, or by a name that the gazetteer does not have. */
final class Bearers {
    private final Gazetteer gazetteer;
    private final TermsOfOffice terms;
    private final Map<String, List<Entry.Person>> bySurname = new HashMap<>();
    /** The words of the titles of tenures, without their articles. */
    private final Map<String, List<String>> titles = new ConcurrentHashMap<>();

    Bearers(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.terms = new TermsOfOffice(gazetteer);
        gazetteer
                .persons()
                .forEach(person -> Surnames.of(person.names()).forEach(surname -> {
                    List<Entry.Person> bearers = bySurname.computeIfAbsent(surname, key -> new ArrayList<>());
                    if (!bearers.contains(person)) {
                        bearers.add(person);
                    }
                }));
    }

    /**
     * Someone of the gazetteer by surname after a title: of the title's country where it names one. Where
     * several bear it and the day does not tell, either may be meant.
     */
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
                .filter(person -> day.isEmpty() || terms.isRemembered(person, day.get()))
                .toList();
        return likeliest(bearers, day, country.isPresent() ? 0.9 : 0.75)
                .filter(found -> phrase.arabic() || phrase.isCapitalised(k))
                .filter(found -> found instanceof Resolution.Known || country.isPresent() || isNameWord(phrase, k))
                .map(found -> new Candidate(k, k + 1, 0, "", MentionType.PERSON, found, 0.9));
    }

    /** Whether the word is one that names are made of: where nobody is told for certain it may be another word. */
    private static boolean isNameWord(Phrase phrase, int k) {
        String word = phrase.normal(k);
        return !phrase.arabic()
                || Words.NAME_WORDS_AR.contains(word)
                || Words.NAME_WORDS_AR.contains(Surnames.bare(word));
    }

    /** Of several of one surname who was in office on the day, else who is in the list that was written last, else any. */
    private Optional<Resolution> likeliest(List<Entry.Person> bearers, Optional<LocalDate> day, double confidence) {
        List<Entry.Person> inOffice = bearers.stream()
                .filter(person -> day.filter(published -> terms.isInOffice(person, published))
                        .isPresent())
                .toList();
        if (inOffice.size() == 1) {
            return Optional.of(known(inOffice.getFirst(), bearers, confidence));
        }
        Optional<LocalDate> last = bearers.stream().map(terms::listUntil).max(Comparator.naturalOrder());
        List<Entry.Person> latest = bearers.stream()
                .filter(person -> last.equals(Optional.of(terms.listUntil(person))))
                .toList();
        if (latest.size() == 1) {
            return Optional.of(known(latest.getFirst(), bearers, confidence));
        }
        return either(inOffice.isEmpty() ? latest : inOffice);
    }

    private static Resolution known(Entry.Person person, List<Entry.Person> bearers, double confidence) {
        List<Scored> others = bearers.stream()
                .filter(other -> !other.equals(person))
                .map(other -> new Scored(other, 1 - confidence))
                .toList();
        return new Resolution.Known(person, confidence, new Why(Basis.TITLE, others));
    }

    /** One of them; nobody where they are so many that the name says nothing. */
    static Optional<Resolution> either(List<? extends Entry> bearers) {
        return bearers.size() < 2 || bearers.size() > Why.MOST_OTHERS
                ? Optional.empty()
                : Optional.of(new Resolution.Ambiguous(bearers.stream()
                        .map(bearer -> new Scored(bearer, 1.0 / bearers.size()))
                        .toList()));
    }

    /** Whether the title goes before the name of someone who held his offices. */
    private boolean bears(Entry.Person person, String title) {
        return Words.TITLES_ANY_AR.contains(title)
                || Words.TITLES_ANY_EN.contains(title)
                || gazetteer.tenures(person.entity()).stream()
                        .flatMap(tenure -> Stream.of(tenure.arabic(), tenure.english()))
                        .anyMatch(office ->
                                titles.computeIfAbsent(office, Bearers::words).contains(title));
    }

    private static List<String> words(String office) {
        return Tokeniser.normals(office).stream().map(Phrase::bare).toList();
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
