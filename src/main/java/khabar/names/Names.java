package khabar.names;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Published;
import khabar.article.Span;
import khabar.article.ZoneKind;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Name;
import khabar.text.SegmentedArticle;
import khabar.text.Sentence;
import khabar.text.Tokeniser;

/**
 * Reads the names of an article and says what they stand for, by gazetteer, rules and what was learnt from marked text:
 * listed names, organisations of head noun and nationality, titles with names, names that the statistical recogniser
 * finds, then a second look for surnames and nouns that take up a name.
 */
public final class Names {
    /** How sure it is that a name stands for a state and not for its land, where the words about it say so. */
    private static final double ACTING = 0.9;

    /** "Brussels says" is said of the European Union, hardly ever of Belgium. */
    private static final String BELGIUM = "BEL";

    private static final String UNION = "EUU";

    private final Gazetteer gazetteer;
    private final GazetteerNames listed;
    private final Organisations organisations;
    private final Capitals capitals;
    private final Persons persons;
    private final Coreference coreference;
    private final Recognition recognition;
    private final Learnt learnt;
    private final Transliterated transliterated;

    public Names(Gazetteer gazetteer) {
        this(gazetteer, new Recognition(Recogniser.load(gazetteer), Optional.empty(), Duration.ZERO));
    }

    /**
     * With another recogniser than the one that comes with the program.
     *
     * @param most what it may take for an article; where it gives up, the built-in one reads the article
     */
    public Names(Gazetteer gazetteer, MentionRecogniser recogniser, Duration most) {
        this(gazetteer, new Recognition(Recogniser.load(gazetteer), Optional.of(recogniser), most));
    }

    private Names(Gazetteer gazetteer, Recognition recognition) {
        this.gazetteer = gazetteer;
        this.listed = new GazetteerNames(gazetteer);
        this.organisations = new Organisations(gazetteer);
        this.capitals = new Capitals(gazetteer);
        this.persons = new Persons(gazetteer);
        this.coreference = new Coreference(gazetteer);
        this.learnt = new Learnt(listed, gazetteer);
        this.transliterated = new Transliterated(gazetteer);
        this.recognition = recognition;
    }

    public LinkedReading read(SegmentedArticle text) {
        return read(text, List.of());
    }

    /** @param ruled what editors decided of names of this article */
    public LinkedReading read(SegmentedArticle text, List<Ruled> ruled) {
        Overruling overruling = new Overruling(gazetteer, text.article().content(), ruled);
        List<Phrase> phrases = Phrase.of(text);
        Recognition.Seen seen = recognition.in(text);
        List<List<Candidate>> first = overruling.in(phrases, firstLook(text.article(), phrases, seen));
        List<List<Candidate>> second = secondLook(text, phrases, first, overruling);
        List<Link> links = new ArrayList<>();
        List<Coreference.Before> before = new ArrayList<>();
        List<String> source =
                text.article().publication().source().map(Tokeniser::normals).orElse(List.of());
        for (int s = 0; s < phrases.size(); s++) {
            Phrase phrase = phrases.get(s);
            List<Candidate> chosen = overruling.in(phrase.sentence(), withTakenUp(phrase, second.get(s), before));
            List<Candidate> states = states(phrase, chosen, overruling);
            for (Candidate candidate : states) {
                if (candidate.type() == MentionType.OTHER) {
                    continue; // works, faiths, currencies: nobody acts and nothing happens there
                }
                Optional<ByDecision> decided = overruling.decided(phrase.sentence(), candidate);
                if (decided.isEmpty()
                        && candidate.resolution() instanceof Resolution.Unknown
                        && isOfSource(phrase, candidate, source)) {
                    continue; // the paper speaks of itself
                }
                links.add(link(text.article(), phrase.sentence(), s, candidate, decided));
            }
        }
        return new LinkedReading(text, links, seen.gaveUp());
    }

    /** Whether a name is the whole or a part of what the article's source is called. */
    private static boolean isOfSource(Phrase phrase, Candidate name, List<String> source) {
        return Collections.indexOfSubList(source, phrase.normals().subList(name.first(), name.last())) >= 0;
    }

    private List<List<Candidate>> firstLook(Article article, List<Phrase> phrases, Recognition.Seen seen) {
        List<List<List<Lookup>>> lookups =
                phrases.stream().map(phrase -> Lookup.of(phrase, gazetteer)).toList();
        Evidence evidence = Evidence.of(phrases, lookups, gazetteer);
        Optional<LocalDate> published = article.publication().published().map(Published::day);
        List<List<Candidate>> found = learnt.in(phrases, seen.names(), evidence);
        List<List<Candidate>> all = new ArrayList<>();
        for (int s = 0; s < phrases.size(); s++) {
            Phrase phrase = phrases.get(s);
            List<Candidate> ruled = choose(Stream.of(
                            listed.in(phrase, lookups.get(s), evidence.at(s)),
                            organisations.in(phrase),
                            capitals.in(phrase),
                            persons.in(phrase, published),
                            Regions.in(phrase))
                    .flatMap(List::stream)
                    .toList());
            Evidence.Here here = evidence.at(s);
            all.add(choose(choose(Agreement.of(ruled, found.get(s), seen.sure())).stream()
                    .map(candidate -> transliterated.known(phrase, candidate, here, published))
                    .toList()));
        }
        return all;
    }

    /** Surnames of those whom this article names in full; headlines of other articles neither give nor take one. */
    private static List<List<Candidate>> secondLook(
            SegmentedArticle text, List<Phrase> phrases, List<List<Candidate>> first, Overruling overruling) {
        List<Candidate> people = new ArrayList<>();
        List<Surnames.Called> decided = new ArrayList<>();
        for (int s = 0; s < phrases.size(); s++) {
            Sentence sentence = phrases.get(s).sentence();
            if (sentence.zone().kind() != ZoneKind.RELATED) {
                first.get(s).stream()
                        .filter(candidate -> candidate.type() == MentionType.PERSON)
                        .forEach(candidate -> {
                            people.add(candidate);
                            if (overruling.isDecided(sentence, candidate)) {
                                Name here = new Name(
                                        overruling.words(sentence, candidate),
                                        text.language().tag());
                                decided.add(new Surnames.Called(here, candidate.resolution()));
                            }
                        });
            }
        }
        Surnames surnames = Surnames.of(people, decided);
        List<List<Candidate>> second = new ArrayList<>();
        for (int s = 0; s < phrases.size(); s++) {
            Sentence sentence = phrases.get(s).sentence();
            List<Candidate> again = overruling.in(sentence, surnames.in(phrases.get(s)));
            // A name that stands for nothing known may be the surname of someone known.
            List<Candidate> found = first.get(s).stream()
                    .map(candidate -> Misspelt.corrected(candidate, people))
                    .filter(candidate -> !candidate.isPersonUnknown()
                            || again.stream().noneMatch(candidate::overlaps)
                            || overruling.isDecided(sentence, candidate))
                    .toList();
            List<Candidate> all = new ArrayList<>(found);
            again.stream()
                    .filter(candidate -> found.stream().noneMatch(candidate::overlaps))
                    .forEach(all::add);
            second.add(overruling.in(sentence, choose(all)));
        }
        return second;
    }

    /** Adds what takes up an organisation named before, and remembers the organisations of the sentence. */
    private List<Candidate> withTakenUp(Phrase phrase, List<Candidate> chosen, List<Coreference.Before> before) {
        List<Candidate> all = new ArrayList<>(chosen);
        for (int i = 0; i < phrase.size(); i++) {
            Optional<Candidate> there = covering(chosen, i);
            if (there.isPresent()) {
                if (there.get().first() == i) {
                    remember(there.get(), before);
                }
            } else if (phrase.arabic()
                    && phrase.isWord(i)
                    && phrase.sentence().zone().kind() != ZoneKind.RELATED) {
                coreference
                        .at(phrase, i, before)
                        .filter(candidate -> all.stream().noneMatch(candidate::overlaps))
                        .ifPresent(candidate -> {
                            all.add(candidate);
                            remember(candidate, before);
                        });
            }
        }
        return choose(all);
    }

    private static Optional<Candidate> covering(List<Candidate> chosen, int token) {
        for (Candidate candidate : chosen) {
            if (candidate.first() <= token && token < candidate.last()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static void remember(Candidate candidate, List<Coreference.Before> before) {
        if (candidate.resolution() instanceof Resolution.Known known
                && known.entry() instanceof Entry.Organisation organisation
                && organisation.origin() != Entry.Origin.STATE) {
            before.removeIf(earlier -> earlier.organisation().entity().equals(organisation.entity()));
            before.add(Coreference.Before.of(organisation));
        }
    }

    /** Countries and capitals that act become the state, but where an editor says what they are; nobody acts in a dateline. */
    private List<Candidate> states(Phrase phrase, List<Candidate> chosen, Overruling overruling) {
        if (phrase.sentence().zone().kind() == ZoneKind.DATELINE) {
            return chosen;
        }
        List<Candidate> acting = Acting.in(phrase, chosen, name -> state(name).isPresent());
        return chosen.stream()
                .map(name ->
                        acting.contains(name) && !overruling.isExact(phrase.sentence(), name) ? asState(name) : name)
                .toList();
    }

    private Candidate asState(Candidate name) {
        if (!(name.resolution() instanceof Resolution.Known known)) {
            return name;
        }
        return state(name)
                .map(country -> name.with(
                        MentionType.ORGANISATION,
                        new Resolution.Known(
                                gazetteer.state(country),
                                name.confidence() * ACTING,
                                new Why(standsFor(name), List.of(new Scored(known.entry(), 1 - ACTING))))))
                .orElse(name);
    }

    /** The country whose state the name may stand for. */
    private Optional<String> state(Candidate candidate) {
        if (candidate.resolution() instanceof Resolution.Known known
                && known.why().basis() != Basis.COMPOSED
                && known.entry() instanceof Entry.Place place) {
            return place.feature() == Entry.Feature.COUNTRY
                    ? place.country()
                    : gazetteer.capitalOf(place.entity()).map(country -> country.equals(BELGIUM) ? UNION : country);
        }
        return Optional.empty();
    }

    private static Basis standsFor(Candidate candidate) {
        return candidate.resolution() instanceof Resolution.Known known
                        && known.entry() instanceof Entry.Place place
                        && place.feature() == Entry.Feature.COUNTRY
                ? Basis.STATE
                : Basis.CAPITAL;
    }

    /** The best of those that overlap, in text order. */
    private static List<Candidate> choose(List<Candidate> candidates) {
        List<Candidate> chosen = new ArrayList<>();
        candidates.stream().sorted(Candidate.BEST).forEach(candidate -> {
            if (chosen.stream().noneMatch(candidate::overlaps)) {
                chosen.add(candidate);
            }
        });
        chosen.sort(Comparator.comparingInt(Candidate::first));
        return chosen;
    }

    private static Link link(
            Article article, Sentence sentence, int index, Candidate candidate, Optional<ByDecision> decided) {
        Span span = Overruling.span(sentence, candidate);
        Mention mention = new Mention(
                index,
                candidate.first(),
                candidate.last(),
                sentence.field(),
                span,
                span.of(article.content().text(sentence.field())),
                candidate.type(),
                candidate.confidence());
        return new Link(mention, candidate.resolution(), decided);
    }
}
