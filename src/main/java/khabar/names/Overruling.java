package khabar.names;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.article.Content;
import khabar.article.Span;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Normaliser;
import khabar.text.Sentence;
import khabar.text.Token;
import khabar.text.Tokeniser;

/**
 * Puts what editors decided of names in the place of what was read, in one reading of one article. It is done after each
 * look at the article, so that what follows from a name follows from the decision: a surname is that of whoever the full
 * name stands for now, and a noun takes up the organisation that an editor named. That is what editors expect who mend the
 * one place where a person is named in full. A surname so well known that it was linked by itself ("Putin") follows where the
 * decision counts throughout the article: it was taken for the same person. Of two decisions the one on the very place goes
 * before the one on all the same words.
 */
final class Overruling {
    private final Gazetteer gazetteer;
    private final Content content;
    private final List<Ruled> ruled;
    private final Map<Place, List<Scored>> others = new HashMap<>();
    private final Map<Place, Ruled> following = new HashMap<>();

    private record Place(String field, Span span) {}

    Overruling(Gazetteer gazetteer, Content content, List<Ruled> ruled) {
        this.gazetteer = gazetteer;
        this.content = content;
        this.ruled = List.copyOf(ruled);
    }

    /** The first look at all of the article: also at surnames that stand before the full name, as in a headline. */
    List<List<Candidate>> in(List<Phrase> phrases, List<List<Candidate>> found) {
        for (int s = 0; s < phrases.size() && !ruled.isEmpty(); s++) {
            Sentence sentence = phrases.get(s).sentence();
            found.get(s)
                    .forEach(candidate -> on(sentence, candidate)
                            .filter(Ruled::throughout)
                            .ifPresent(one -> follow(one, candidate, phrases, found)));
        }
        return IntStream.range(0, phrases.size())
                .mapToObj(s -> in(phrases.get(s).sentence(), found.get(s)))
                .toList();
    }

    private void follow(Ruled one, Candidate full, List<Phrase> phrases, List<List<Candidate>> found) {
        List<String> name = Tokeniser.normals(one.words());
        for (int s = 0; s < phrases.size(); s++) {
            Sentence sentence = phrases.get(s).sentence();
            found.get(s).stream()
                    .filter(candidate -> full.type() == MentionType.PERSON
                            && candidate.resolution() instanceof Resolution.Known known
                            && full.resolution()
                                    .entity()
                                    .equals(Optional.of(known.entry().entity())))
                    .map(candidate -> place(sentence, candidate))
                    .filter(place -> endsWith(name, Tokeniser.normals(words(place))))
                    .forEach(place -> following.put(place, one));
        }
    }

    private static boolean endsWith(List<String> name, List<String> surname) {
        return surname.size() < name.size()
                && name.subList(name.size() - surname.size(), name.size()).equals(surname);
    }

    /** The candidates of a sentence, those decided on as the editor has it. */
    List<Candidate> in(Sentence sentence, List<Candidate> candidates) {
        return ruled.isEmpty()
                ? candidates
                : candidates.stream()
                        .map(candidate -> on(sentence, candidate)
                                .map(one -> overruled(sentence, candidate, one))
                                .orElse(candidate))
                        .toList();
    }

    boolean isDecided(Sentence sentence, Candidate candidate) {
        return on(sentence, candidate).isPresent();
    }

    /** Whether the editor pointed at this very place: no rule makes anything else of it. */
    boolean isExact(Sentence sentence, Candidate candidate) {
        Place place = place(sentence, candidate);
        return on(sentence, candidate).filter(one -> isAt(one, place)).isPresent();
    }

    Optional<ByDecision> decided(Sentence sentence, Candidate candidate) {
        return on(sentence, candidate)
                .map(one -> new ByDecision(one.decision(), others.getOrDefault(place(sentence, candidate), List.of())));
    }

    /** The decision on what stands there; empty where there is none, or where other words stand there now. */
    private Optional<Ruled> on(Sentence sentence, Candidate candidate) {
        if (ruled.isEmpty()) {
            return Optional.empty();
        }
        Place place = place(sentence, candidate);
        String words = words(place);
        return Stream.concat(
                        ruled.stream().filter(one -> !one.throughout() && isAt(one, place)),
                        Stream.concat(
                                ruled.stream().filter(one -> one.throughout() && isAt(one, place)),
                                ruled.stream().filter(Ruled::throughout)))
                .filter(one -> isSame(one.words(), words))
                .findFirst()
                .or(() -> Optional.ofNullable(following.get(place)));
    }

    private Candidate overruled(Sentence sentence, Candidate candidate, Ruled by) {
        Place place = place(sentence, candidate);
        Resolution meant = isAt(by, place) ? by.resolution() : asLand(by.resolution());
        List<Scored> before = others.merge(place, othersThan(meant, candidate.resolution()), Overruling::both);
        return switch (meant) {
            case Resolution.Known known ->
                candidate.with(
                        GazetteerNames.type(known.entry()),
                        new Resolution.Known(known.entry(), known.confidence(), new Why(Basis.EDITOR, before)));
            case Resolution.Dark dark -> candidate.with(type(dark.actor().entity()), dark);
            case Resolution.Ambiguous ambiguous -> candidate.with(candidate.type(), ambiguous);
            case Resolution.Unknown unknown -> candidate.with(candidate.type(), unknown);
        };
    }

    /** Elsewhere the words around it say whether a country acts or is acted in; what a decision says is which country. */
    private Resolution asLand(Resolution meant) {
        return meant instanceof Resolution.Known known
                        && known.entry() instanceof Entry.Organisation organisation
                        && organisation.origin() == Entry.Origin.STATE
                ? gazetteer
                        .entry(Entity.place(organisation.entity().key()))
                        .<Resolution>map(land -> new Resolution.Known(land, known.confidence(), known.why()))
                        .orElse(meant)
                : meant;
    }

    /** Each look may take a name for somebody else. */
    private static List<Scored> both(List<Scored> earlier, List<Scored> later) {
        Map<Entity, Scored> all = new LinkedHashMap<>();
        Stream.concat(earlier.stream(), later.stream())
                .forEach(one -> all.putIfAbsent(one.entry().entity(), one));
        return List.copyOf(all.values());
    }

    private static List<Scored> othersThan(Resolution meant, Resolution read) {
        Stream<Scored> all = switch (read) {
            case Resolution.Known known ->
                Stream.concat(Stream.of(new Scored(known.entry(), known.confidence())), known.why().others().stream());
            case Resolution.Ambiguous ambiguous -> ambiguous.candidates().stream();
            case Resolution.Dark dark -> Stream.of();
            case Resolution.Unknown unknown -> Stream.of();
        };
        return all.filter(other ->
                        !meant.entity().equals(Optional.of(other.entry().entity())))
                .toList();
    }

    private static MentionType type(Entity entity) {
        return switch (entity.type()) {
            case PERSON -> MentionType.PERSON;
            case ORGANISATION -> MentionType.ORGANISATION;
            case PLACE -> MentionType.PLACE;
        };
    }

    private static boolean isAt(Ruled one, Place place) {
        return one.field().equals(place.field()) && one.span().equals(place.span());
    }

    /** However they are written: with hamza or marks, or without. */
    private static boolean isSame(String one, String other) {
        return one.equals(other) || Tokeniser.normals(one).equals(Tokeniser.normals(other));
    }

    String words(Sentence sentence, Candidate candidate) {
        return words(place(sentence, candidate));
    }

    private String words(Place place) {
        return place.span().of(content.text(place.field()));
    }

    private static Place place(Sentence sentence, Candidate candidate) {
        return new Place(sentence.field(), span(sentence, candidate));
    }

    /** Where a name stands in its field, attached particles left out. */
    static Span span(Sentence sentence, Candidate candidate) {
        Token head = sentence.tokens().get(candidate.first());
        int skipped = Normaliser.normalise(head.text()).offsets()[candidate.skipped()];
        return new Span(
                head.span().start() + skipped,
                sentence.tokens().get(candidate.last() - 1).span().end());
    }
}
