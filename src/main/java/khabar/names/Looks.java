package khabar.names;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Optional;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;
import khabar.text.Token;

/** Looks at the tokens of a sentence one by one, with the gazetteer and the word lists at hand. */
@SuppressWarnings("EnumOrdinal") // types are numbers in the weights, in the order of their kind
final class Looks {
    private static final int LARGE_CITY = 500_000;
    private static final int CITY = 100_000;
    private static final int COMMON_NAME = 1 << 10;
    private static final int MOST_WORDS = 20_000;

    private final Gazetteer gazetteer;
    private final Lexicon lexicon;
    /** Articles use the same few thousand words. */
    private final LoadingCache<String, Look> arabic =
            Caffeine.newBuilder().maximumSize(MOST_WORDS).build(this::arabic);

    Looks(Gazetteer gazetteer, Lexicon lexicon) {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
    }

    Look[] at(Phrase phrase) {
        Listed listed = listed(phrase);
        int[] famous = famous(phrase);
        Look[] looks = new Look[phrase.size()];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = look(phrase, i, listed.places()[i], listed.whole()[i], famous[i]);
        }
        return looks;
    }

    /** Of each token the place in the longest listed name over it, and the kinds of things it names alone. */
    @SuppressWarnings("ArrayRecordComponent") // an int a token, made and used in one call
    private record Listed(int[] places, int[] whole) {}

    private Listed listed(Phrase phrase) {
        int[] places = new int[phrase.size()];
        int[] whole = new int[phrase.size()];
        int[] lengths = new int[phrase.size()];
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.isWord(i)) {
                continue;
            }
            for (Clitics.Candidate reading : phrase.readings(i)) {
                List<Gazetteer.Match> matches = gazetteer.longest(phrase.from(i, reading), 0);
                for (Gazetteer.Match match : matches) {
                    if (match.length() == 1) {
                        match.entries().forEach(new Kinds(whole, i)::add);
                        whole[i] |= match.common() ? COMMON_NAME : 0;
                    }
                    if (phrase.arabic() || phrase.isCapitalised(i)) {
                        mark(places, lengths, i, reading, match);
                    }
                }
                if (!matches.isEmpty()) {
                    break;
                }
            }
        }
        return new Listed(places, whole);
    }

    private final class Kinds {
        private final int[] whole;
        private final int at;

        Kinds(int[] whole, int at) {
            this.whole = whole;
            this.at = at;
        }

        void add(Entry entry) {
            whole[at] |= 1 << kind(entry);
        }
    }

    private void mark(int[] places, int[] lengths, int i, Clitics.Candidate reading, Gazetteer.Match match) {
        int kind = kind(match.entries().getFirst());
        for (int k = 0; k < match.length(); k++) {
            if (match.length() > lengths[i + k]) {
                lengths[i + k] = match.length();
                int part = part(k, match.length());
                places[i + k] = 1 + kind * 8 + part + (match.common() ? 256 : 0) + (reading.length() > 0 ? 512 : 0);
            }
        }
    }

    /** The kind of listed thing of a {@link Look#place}; only of names of several words, else 0. */
    static int kindOfLonger(int place) {
        return place > 0 && (place - 1 & 7) > 1 ? (place - 1 & 255) / 8 : 0;
    }

    static final int PERSON = 1;
    static final int ORGANISATION = 2;

    private int kind(Entry entry) {
        return switch (entry) {
            case Entry.Person person -> PERSON;
            case Entry.Organisation organisation -> ORGANISATION;
            case Entry.Place place ->
                switch (place.feature()) {
                    case COUNTRY -> 3;
                    case AREA -> 4;
                    case CITY -> {
                        if (gazetteer.capitalOf(place.entity()).isPresent()) {
                            yield 5;
                        }
                        yield place.population() > LARGE_CITY ? 6 : place.population() > CITY ? 7 : 8;
                    }
                };
        };
    }

    private static int[] famous(Phrase phrase) {
        int[] famous = new int[phrase.size()];
        int[] lengths = new int[phrase.size()];
        for (int i = 0; phrase.arabic() && i < phrase.size(); i++) {
            if (phrase.isWord(i)) {
                for (Clitics.Candidate reading : phrase.readings(i)) {
                    Optional<WellKnown.Match> match = WellKnown.at(phrase.from(i, reading));
                    if (match.isPresent()) {
                        int length = match.get().length();
                        for (int k = 0; k < length && length > lengths[i + k]; k++) {
                            lengths[i + k] = length;
                            famous[i + k] = 1 + match.get().type().ordinal() * 8 + part(k, length);
                        }
                        break;
                    }
                }
            }
        }
        return famous;
    }

    /** Where a token stands in a name: the only one, the first, an inner, the last. */
    private static int part(int k, int length) {
        return length == 1 ? 1 : k == 0 ? 2 : k == length - 1 ? 4 : 3;
    }

    private Look look(Phrase phrase, int i, int place, int listed, int famous) {
        String word = phrase.normal(i);
        Token token = phrase.token(i);
        if (!token.isWord()) {
            return new Look(
                    word,
                    "",
                    Hashes.wide(word),
                    Hashes.wide(word),
                    shape(token, i),
                    place,
                    listed,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0);
        }
        Look alone = phrase.arabic() ? arabic.get(word) : english(phrase, i);
        return alone.at(shape(token, i), place, listed, famous);
    }

    private Look arabic(String word) {
        String stem = lexicon.stem(word);
        boolean nationality = Clitics.of(word).stream()
                .anyMatch(reading -> gazetteer.nationality(reading.rest()).isPresent());
        return alone(true, word, stem, arabicTriggers(word, stem), nationality);
    }

    private Look english(Phrase phrase, int i) {
        String word = phrase.normal(i);
        boolean nationality =
                phrase.isCapitalised(i) && gazetteer.nationality(word).isPresent();
        return alone(false, word, word, englishTriggers(phrase, i), nationality);
    }

    /** What is seen of a word whatever stands beside it; shape and names over it are left open. */
    private Look alone(boolean arabic, String word, String stem, int triggers, boolean nationality) {
        return new Look(
                stem,
                word.substring(0, word.length() - stem.length()),
                Hashes.wide(word),
                Hashes.wide(stem),
                0,
                0,
                0,
                0,
                triggers,
                nationality ? 1 : 0,
                lexicon.name(word, stem),
                lexicon.common(word, stem),
                lexicon.actor(word, stem),
                lexicon.likeness(stem),
                lexicon.cluster(arabic, stem));
    }

    private int arabicTriggers(String word, String stem) {
        return (Words.TITLES_AR.contains(stem) ? Look.TITLE : 0)
                | (Words.LOCATIVE_AR.contains(word) || Words.LOCATIVE_AR.contains(stem) ? Look.LOCATIVE : 0)
                | (Words.PLACE_HEADS_AR.contains(word) ? Look.PLACE_HEAD : 0)
                | (Words.VERBS_AR.contains(word) || Words.VERBS_AR.contains(stem) ? Look.VERB : 0)
                | (Words.ORGANISATION_HEADS_AR.contains(stem)
                                || !gazetteer.heads(List.of(stem), 0).isEmpty()
                        ? Look.ORGANISATION_HEAD
                        : 0)
                | (Words.NAME_PARTICLES.contains(word) ? Look.PARTICLE : 0)
                | (Words.TITLE_BREAKS_AR.contains(word) ? Look.BREAK : 0)
                | (Words.TIME_WORDS_AR.contains(word) ? Look.TIME : 0)
                | (Words.TITLE_COMPLEMENTS_AR.contains(word) ? Look.COMPLEMENT : 0);
    }

    private int englishTriggers(Phrase phrase, int i) {
        String word = phrase.normal(i);
        return (Words.TITLES_EN.contains(word) ? Look.TITLE : 0)
                | (Words.LOCATIVE_EN.contains(word) ? Look.LOCATIVE : 0)
                | (Words.PLACE_HEADS_EN.contains(word) ? Look.PLACE_HEAD : 0)
                | (Words.VERBS_EN.contains(word) ? Look.VERB : 0)
                | (gazetteer.heads(phrase.normals(), i).isEmpty() ? 0 : Look.ORGANISATION_HEAD)
                | (Words.NAME_PARTICLES.contains(word) ? Look.PARTICLE : 0);
    }

    private static int shape(Token token, int i) {
        String text = token.text();
        return switch (token.kind()) {
            case MARK -> 100 + text.codePointAt(0);
            case NUMBER -> 10 + Math.min(text.length(), 5);
            case WORD -> {
                if (Character.UnicodeScript.of(text.codePointAt(0)) != Character.UnicodeScript.LATIN) {
                    yield 20;
                }
                int upper = (int) text.chars().filter(Character::isUpperCase).count();
                boolean first = Character.isUpperCase(text.charAt(0));
                int capitals = upper == 0 ? 0 : upper == text.length() ? 1 : first && upper == 1 ? 2 : first ? 3 : 4;
                yield 30 + capitals * 4 + (text.length() == 1 ? 1 : 0) + (i == 0 ? 2 : 0);
            }
        };
    }
}
