package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.event.Line.Edge;

/**
 * The reach of one trigger in its sentence.
 *
 * @param from index of the first token of the clause
 * @param to index after the last token of the clause
 * @param near index after the last token that may be an argument: like {@code to}, but ended by a comma too
 */
record Clause(Line line, Trigger trigger, Trigger.Reading reading, int from, int to, int near) {

    static Clause of(Line line, Trigger trigger, Trigger.Reading reading) {
        int from = trigger.first();
        while (from > 0 && !opens(line, trigger) && !parts(line, from - 1)) {
            from--;
        }
        int end = Math.max(trigger.last(), Math.min(reading.needLast(), line.size()));
        int to = trigger.last();
        while (to < line.size() && (to < end && line.edge(to) == Edge.NONE || !parts(line, to))) {
            to++;
        }
        int near = trigger.last();
        while (near < to && line.edge(near) != Edge.COMMA) {
            near++;
        }
        return new Clause(line, trigger, reading, from, to, near);
    }

    /** "And he met": what stands before it belongs to the verb before. */
    private static boolean opens(Line line, Trigger trigger) {
        String word = line.normals().get(trigger.first());
        return trigger.joined() && !trigger.isNoun() && (word.startsWith("و") || word.startsWith("ف"));
    }

    /** A place that the purpose names: "an operation that aims at the recapture of X". */
    Optional<Phrase> placeOfPurpose(Lexicon lexicon) {
        boolean purpose = false;
        for (int i = trigger.last(); i < line.size() && (i <= to || line.edge(i) == Edge.NONE); i++) {
            purpose |= lexicon.operators().containsKey(line.normals().get(i))
                    || line.normals().get(i).equals("to") && i >= trigger.last();
            Optional<Phrase> place = line.starting(i).filter(Phrase::isPlace);
            if (purpose && place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** Whether a token parts clauses: a mark, a conjunction, a verb of its own. */
    private static boolean parts(Line line, int token) {
        return switch (line.edge(token)) {
            case HARD, CLAUSE, RELATIVE -> true;
            case NONE, COMMA -> line.triggers().stream().anyMatch(t -> t.first() == token && isFinite(t));
        };
    }

    private static boolean isFinite(Trigger trigger) {
        return trigger.readings().stream()
                .allMatch(r -> r.pattern().kind() == Pattern.Kind.VERB
                        && r.inflection().form() != Inflection.Form.GERUND
                        && r.inflection().form() != Inflection.Form.BASE);
    }

    boolean isNeed(int token) {
        return reading.need() <= token && token < reading.needLast();
    }

    /** A phrase and those that "and" joins to it, in text order. */
    List<Phrase> withJoined(Phrase phrase) {
        List<Phrase> group = new ArrayList<>(List.of(phrase));
        for (Phrase next : line.phrases()) {
            if (next.start() >= group.getLast().last()) {
                if (!next.joined() || next.start() - group.getLast().last() > 2) {
                    break;
                }
                group.add(next);
            }
        }
        return group;
    }

    /** A phrase and those before it that it is joined to, in text order. */
    List<Phrase> withJoinedBefore(Phrase phrase) {
        List<Phrase> group = new ArrayList<>(List.of(phrase));
        for (Phrase before : line.phrases().reversed()) {
            boolean touches = before.last() <= group.getFirst().start()
                    && group.getFirst().start() - before.last() <= 2;
            if (touches && group.getFirst().joined()) {
                group.addFirst(before);
            }
        }
        return group;
    }

    /** The nearest phrase after the trigger with the preposition, and those joined to it. */
    List<Phrase> after(String preposition) {
        return line.phrases().stream()
                .filter(p -> p.start() >= trigger.last()
                        && p.start() < near
                        && p.preposition().equals(preposition))
                .findFirst()
                .filter(p -> line.triggers().stream().noneMatch(t -> t.first() > trigger.last() && isGerund(t, p)))
                .map(this::withJoined)
                .orElse(List.of());
    }

    /** "Struck those firing on X": the preposition belongs to the firing. */
    private static boolean isGerund(Trigger trigger, Phrase phrase) {
        return trigger.last() <= phrase.start()
                && trigger.readings().stream().allMatch(r -> r.inflection().form() == Inflection.Form.GERUND);
    }

    /** The noun that a relative pronoun right before the trigger takes up. */
    Optional<Phrase> antecedent() {
        int relative = relative();
        if (relative < 0) {
            return Optional.empty();
        }
        for (int last = relative; last >= Math.max(0, relative - 3); last--) {
            Optional<Phrase> phrase = line.ending(last);
            if (phrase.isPresent()) {
                return phrase;
            }
            boolean passes = last > 0
                    && (line.edge(last - 1) == Edge.COMMA
                            || line.normals().get(last - 1).matches("ال.*(?:ي|يه|ين|ون)"));
            if (!passes) {
                break;
            }
        }
        return Optional.empty();
    }

    boolean isRelative() {
        return relative() >= 0;
    }

    private int relative() {
        for (int i = trigger.first() - 1; i >= Math.max(0, trigger.first() - 3); i--) {
            if (line.edge(i) == Edge.RELATIVE) {
                return i;
            }
            if (line.edge(i) != Edge.NONE) {
                break;
            }
        }
        return -1;
    }
}
