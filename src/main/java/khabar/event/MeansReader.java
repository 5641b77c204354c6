package khabar.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.text.Clitics;

/** What an attack or a protest was made with, where its clause says so; what was hit is no weapon. */
final class MeansReader {
    /** How far before a weapon the word may stand that makes it one: "in a huge car bomb blast". */
    private static final int BACK = 4;

    private static final int MOST = 2;
    private static final Set<String> WITH = Set.of(
            "in",
            "by",
            "with",
            "using",
            "from",
            "after",
            "when",
            "ب",
            "في",
            "من",
            "بواسطه",
            "باستخدام",
            "مستخدما",
            "مستخدمين",
            "بعد",
            "اثر",
            "جراء",
            "انفجار",
            "تفجير",
            "بانفجار",
            "بتفجير",
            "عبر");
    private static final Set<String> EXPLODING = Set.of("car-bomb", "explosive-belt", "mine", "grenade");

    private final Lexicon lexicon;
    private final Map<String, Means> means = new HashMap<>();
    private final Phrases words;

    MeansReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (List<String> row : PatternFile.rows("means")) {
            PatternFile.list(row.get(lexicon.arabic ? 2 : 1))
                    .map(PatternFile::normal)
                    .forEach(word -> means.putIfAbsent(word, new Means(row.getFirst())));
        }
        this.words = new Phrases(means.keySet());
    }

    /** A weapon in the text. */
    private record Word(int first, int last, String prefix, Means means) {}

    List<Participant> read(Clause clause) {
        List<Participant> found = new ArrayList<>();
        for (int i = clause.from(); i < clause.to() && found.size() < MOST; i++) {
            Optional<Word> word = at(clause.line(), i);
            if (word.isPresent() && isUsed(clause, word.get())) {
                Participant instrument = Participant.instrument(
                        text(clause.line(), word.get()), word.get().means());
                if (found.stream().noneMatch(other -> Parties.same(other, instrument))) {
                    found.add(instrument);
                }
            }
            i = word.map(w -> w.last() - 1).orElse(i);
        }
        return withoutGeneral(found);
    }

    /** "A car bomb ... the bomb": the bomb is the one of the car. */
    static List<Participant> withoutGeneral(List<Participant> participants) {
        boolean exploding = participants.stream()
                .anyMatch(p -> p.kind()
                        .map(kind -> kind instanceof Means some && EXPLODING.contains(some.key()))
                        .orElse(false));
        return participants.stream()
                .filter(p -> !exploding || !p.kind().equals(Optional.of(new Means("explosives"))))
                .toList();
    }

    private Optional<Word> at(Line line, int at) {
        if (line.phrases().stream()
                .flatMap(phrase -> phrase.link().stream())
                .anyMatch(link ->
                        link.mention().first() <= at && at < link.mention().last())) {
            return Optional.empty();
        }
        String normal = line.normals().get(at);
        if (!lexicon.arabic) {
            int length = words.at(line.normals(), at);
            return length == 0 ? Optional.empty() : Optional.of(word(line, at, length, "", normal));
        }
        for (Clitics.Candidate candidate : Clitics.of(normal)) {
            String bare = candidate.rest().startsWith("ال") ? candidate.rest().substring(2) : candidate.rest();
            int length = words.at(line.normals(), at, bare);
            if (length > 0) {
                return Optional.of(word(line, at, length, candidate.prefix(), bare));
            }
        }
        return Optional.empty();
    }

    private Word word(Line line, int at, int length, String prefix, String first) {
        String phrase = length == 1
                ? first
                : first + " " + String.join(" ", line.normals().subList(at + 1, at + length));
        return new Word(at, at + length, prefix, java.util.Objects.requireNonNull(means.get(phrase), phrase));
    }

    /** Whether the words belong to the verb, or stand before it, or after a word that means "with". */
    private static boolean isUsed(Clause clause, Word word) {
        Trigger trigger = clause.trigger();
        boolean needed = trigger.readings().stream()
                        .anyMatch(r -> word.first() < r.needLast() && r.need() < word.last() && r.hasNeed())
                || word.first() < trigger.last() && trigger.first() < word.last();
        if (needed
                || word.last() <= trigger.first() && !trigger.isNoun()
                || word.prefix().endsWith("ب")) {
            return true;
        }
        List<String> before =
                clause.line().normals().subList(Math.max(clause.from(), word.first() - BACK), word.first());
        return before.stream().anyMatch(WITH::contains);
    }

    /** The words without the particles written onto the first of them. */
    private static String text(Line line, Word word) {
        String text = PhraseReader.text(line, word.first(), word.last());
        String raw = line.tokens().get(word.first()).text();
        boolean asWritten = raw.startsWith(word.prefix());
        return asWritten ? text.substring(word.prefix().length()) : text;
    }
}
