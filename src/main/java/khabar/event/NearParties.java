package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.event.Line.Edge;
import khabar.text.Clitics;

/**
 * Who is told of near an Arabic trigger, for attacks and protests whose grammar gave nobody: people who are counted right
 * after it ("the killing of five of a guard"), the next people or force of the clause, what was hit ("exploded in a
 * market"), or the crowd itself. Only the trained filter may trust these.
 */
final class NearParties {
    private static final int LONGEST = 5;
    private static final Set<String> TARGETED =
            Set.of("علي", "ضد", "في", "قرب", "وسط", "ل", "ب", "امام", "داخل", "لدي");

    private final Lexicon lexicon;
    private final Parties parties;

    NearParties(Lexicon lexicon, Parties parties) {
        this.lexicon = lexicon;
        this.parties = parties;
    }

    List<Participant> of(Clause clause) {
        EventType type = clause.reading().pattern().code().type();
        return switch (type) {
            case ASSAULT -> attack(clause);
            case PROTEST -> protest(clause);
            default -> List.of();
        };
    }

    private List<Participant> attack(Clause clause) {
        Pattern pattern = clause.reading().pattern();
        boolean befalls = pattern.recipient().contains(new Pattern.Slot.DirectObject())
                || pattern.recipient().contains(new Pattern.Slot.Genitive());
        Optional<Participant> counted = befalls ? counted(clause, Role.RECIPIENT) : Optional.empty();
        if (counted.isPresent()) {
            return List.of(counted.get());
        }
        List<Participant> after = after(clause, Role.RECIPIENT);
        if (!after.isEmpty()) {
            return after;
        }
        return thing(clause).map(List::of).orElseGet(() -> before(clause, Role.RECIPIENT));
    }

    private List<Participant> protest(Clause clause) {
        Optional<Participant> counted = counted(clause, Role.ACTOR);
        if (counted.isPresent()) {
            return List.of(counted.get());
        }
        List<Participant> near = new ArrayList<>(after(clause, Role.ACTOR));
        if (near.isEmpty()) {
            near.addAll(before(clause, Role.ACTOR));
        }
        return near.isEmpty() ? crowd(clause) : near;
    }

    /** "Five of the guard", "28 volunteers": a number right after the trigger, and the words that it counts. */
    private Optional<Participant> counted(Clause clause, Role role) {
        Line line = clause.line();
        int first = clause.trigger().last();
        int at = first;
        while (at < line.size()
                && at < first + LONGEST
                && ArabicArguments.counts(line.normals().get(at))) {
            at++;
        }
        if (at == first) {
            return Optional.empty();
        }
        int last = at;
        while (last < line.size() && last < at + 3 && isNoun(line, last)) {
            last++;
        }
        return Optional.of(Participant.nameless(
                role, PhraseReader.text(line, first, last), Lexicon.AgentWord.PEOPLE.kind(), Optional.empty()));
    }

    private boolean isNoun(Line line, int at) {
        String word = line.normals().get(at);
        return line.tokens().get(at).isWord()
                && line.edge(at) == Edge.NONE
                && line.timeAt(at).isEmpty()
                && !lexicon.words("preposition").has(word)
                && !word.startsWith("و")
                && line.triggers().stream().noneMatch(t -> t.first() == at);
    }

    private List<Participant> after(Clause clause, Role role) {
        return clause.line().phrases().stream()
                .filter(p -> p.start() >= clause.trigger().last() && p.start() < clause.to())
                .filter(Phrase::isActor)
                .filter(p -> !p.preposition().equals(Phrase.LEADER)
                        && !p.preposition().equals(Phrase.HOST)
                        && !p.preposition().equals(Phrase.SUPPORT))
                .filter(p -> p.isBare() || p.attachment().nested() || TARGETED.contains(p.preposition()))
                .findFirst()
                .map(p -> parties.of(role, List.of(p)))
                .orElse(List.of());
    }

    private List<Participant> before(Clause clause, Role role) {
        return clause.line().phrases().reversed().stream()
                .filter(p -> p.last() <= clause.trigger().first() && p.start() >= clause.from())
                .filter(Phrase::isActor)
                .filter(p -> p.isBare() || p.attachment().nested())
                .findFirst()
                .map(p -> parties.of(role, List.of(p)))
                .orElse(List.of());
    }

    /** What was hit: a vehicle, a house, a market. */
    private Optional<Participant> thing(Clause clause) {
        Line line = clause.line();
        for (int i = clause.trigger().last(); i < clause.to() && i < line.size(); i++) {
            if (!isNeed(clause, i) && isThing(line.normals().get(i)) && !isBomb(line, i + 1)) {
                int last = i + 1;
                while (last < line.size() && last < i + 3 && isNoun(line, last)) {
                    last++;
                }
                return Optional.of(Participant.nameless(
                        Role.RECIPIENT, PhraseReader.text(line, i, last), Optional.empty(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /** "A car" that exploded is what did it. */
    private static boolean isNeed(Clause clause, int at) {
        return clause.isNeed(at) || clause.trigger().readings().stream().anyMatch(r -> r.need() == at);
    }

    /** "A car laden with explosives" hits and is not hit. */
    private static boolean isBomb(Line line, int adjective) {
        return adjective < line.size() && line.normals().get(adjective).matches("(?:ال)?(?:مفخخ|ملغوم|ناسف|متفجر).*");
    }

    private boolean isThing(String word) {
        return Clitics.of(word).stream()
                .map(candidate ->
                        candidate.rest().startsWith("ال") ? candidate.rest().substring(2) : candidate.rest())
                .anyMatch(lexicon.words("thing")::has);
    }

    /** "A demonstration": those who demonstrate. */
    private static List<Participant> crowd(Clause clause) {
        Line line = clause.line();
        boolean noun = clause.reading().inflection().isNoun();
        int first = noun ? clause.trigger().first() : clause.reading().need();
        int last = noun ? clause.trigger().last() : clause.reading().needLast();
        return first < 0
                ? List.of()
                : List.of(Participant.nameless(
                        Role.ACTOR, PhraseReader.text(line, first, last), Optional.of("protesters"), Optional.empty()));
    }
}
