package khabar.event;

import java.util.List;
import java.util.Map;
import khabar.event.Inflection.Form;
import khabar.event.Line.Edge;

/** Whether the words around a trigger say that it happened, is planned, is denied or is only thought of. */
final class StatusReader {
    private static final int ACROSS_COMMA = 10;

    /** How many words may stand between "announced" and "that". */
    static final int FROM_VERB_TO_THAT = 7;

    static final String ANNOUNCING =
            "announced?|announces|said|says|declared|declares|added|confirmed|pledged|told|stated";

    private final Lexicon lexicon;

    StatusReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Status read(Line line, Trigger trigger, Trigger.Reading reading) {
        Form form = reading.inflection().form();
        boolean may = lexicon.arabic
                && form == Form.IMPERFECT
                && trigger.first() > 0
                && line.normals().get(trigger.first() - 1).matches("و?قد");
        if (may) {
            return Status.HYPOTHETICAL;
        }
        if (!lexicon.arabic && undoes(line, trigger, reading)) {
            return Status.DENIED;
        }
        Status governed = governed(line, trigger);
        if (governed != Status.HAPPENED) {
            return governed;
        }
        return switch (form) {
            case FUTURE -> Status.PLANNED;
            case PURPOSE -> Status.HYPOTHETICAL;
            case BASE -> base(line, trigger, reading);
            case PERFECT, IMPERFECT, PASSIVE, PARTICIPLE, GERUND, NOUN -> Status.HAPPENED;
        };
    }

    /** "Suspended his resignation": it does not hold. */
    private boolean undoes(Line line, Trigger trigger, Trigger.Reading reading) {
        return reading.pattern().code().notation().equals("RETREAT-resign")
                && lexicon.words("undoing").has(line.normals().get(trigger.first()));
    }

    /** English "to" with a verb: nothing that happened, but for "managed to". */
    private static Status base(Line line, Trigger trigger, Trigger.Reading reading) {
        int at = trigger.first() - 1;
        if (at >= 0 && line.normals().get(at).endsWith("ly")) {
            at--;
        }
        if (at > 1
                && line.normals().get(at).equals("and")
                && line.normals().get(at - 2).equals("to")) {
            at -= 2; // "to meet and attack"
        }
        if (at < 0 || !line.normals().get(at).equals("to")) {
            return Status.HAPPENED;
        }
        if (at > 0 && line.normals().get(at - 1).matches("managed|began|started|continued|continues|resorted")) {
            return Status.HAPPENED;
        }
        return switch (reading.pattern().code().type().quad()) {
            case 1, 2 -> Status.PLANNED;
            default -> Status.HYPOTHETICAL;
        };
    }

    /** The nearest word before the trigger that governs it. */
    private Status governed(Line line, Trigger trigger) {
        boolean comma = false;
        boolean ownClause = isJoinedPast(trigger);
        for (int i = trigger.first() - 1; i >= 0; i--) {
            Edge edge = line.edge(i);
            if (edge == Edge.HARD || edge == Edge.RELATIVE) {
                return Status.HAPPENED;
            }
            comma |= edge == Edge.COMMA;
            // "Accused X of it, and Y rejected it": only a conjunction carries what governs into the second.
            ownClause &= edge != Edge.CLAUSE;
            if (ownClause) {
                continue;
            }
            Lexicon.Operator operator = operator(line.normals(), i);
            if (operator == null || belongsTo(trigger, i) || isNamed(line, i)) {
                continue;
            }
            int distance = trigger.first() - i;
            if (distance <= operator.reach() && isFutureInThePast(line, i)) {
                return Status.PLANNED;
            }
            if (distance <= operator.reach() && (!comma || operator.reach() >= ACROSS_COMMA)) {
                return operator.status();
            }
        }
        return Status.HAPPENED;
    }

    /** Whether the plan is told of as past: its day may be past as well. */
    boolean isPlanOfThePast(Line line, Trigger trigger) {
        for (int i = trigger.first() - 1; i >= Math.max(0, trigger.first() - 4); i--) {
            if (isFutureInThePast(line, i)) {
                return true;
            }
        }
        return false;
    }

    /** "He announced that he would", "she said she would": a plan, not a thought. */
    private boolean isFutureInThePast(Line line, int at) {
        if (!line.normals().get(at).equals("would")
                || at + 1 < line.size() && line.normals().get(at + 1).equals("have")) {
            return false;
        }
        int clause = at - 1;
        while (clause >= 0 && line.edge(clause) == Edge.NONE) {
            clause--;
        }
        boolean that = clause > 0 && line.normals().get(clause).equals("that");
        int verb = that ? clause - 1 : clause;
        while (that && verb >= 0 && clause - verb < FROM_VERB_TO_THAT && line.edge(verb) == Edge.NONE) {
            verb--;
        }
        return verb >= 0 && line.normals().get(verb).matches(ANNOUNCING);
    }

    private static boolean isJoinedPast(Trigger trigger) {
        return trigger.joined()
                && trigger.readings().stream()
                        .allMatch(r -> r.inflection().form() == Form.PERFECT
                                || r.inflection().form() == Form.GERUND);
    }

    /** "Theresa May" doubts nothing. */
    private static boolean isNamed(Line line, int at) {
        return line.phrases().stream()
                .flatMap(phrase -> phrase.link().stream())
                .anyMatch(link ->
                        link.mention().first() <= at && at < link.mention().last());
    }

    private static boolean belongsTo(Trigger trigger, int at) {
        return trigger.readings().stream().anyMatch(r -> r.need() <= at && at < r.needLast());
    }

    private Lexicon.@org.jspecify.annotations.Nullable Operator operator(List<String> normals, int at) {
        Map<String, Lexicon.Operator> operators = lexicon.operators();
        String word = normals.get(at);
        for (int length = 3; length >= 2; length--) {
            if (at + length <= normals.size()) {
                Lexicon.Operator found = operators.get(String.join(" ", normals.subList(at, at + length)));
                if (found != null) {
                    return found;
                }
            }
        }
        Lexicon.Operator found = operators.get(word);
        if (found == null && lexicon.arabic && word.length() > 2 && (word.startsWith("و") || word.startsWith("ف"))) {
            found = operators.get(word.substring(1));
        }
        if (found == null && lexicon.arabic && word.length() > 4 && (word.startsWith("ب") || word.startsWith("ل"))) {
            found = operators.get(word.substring(1));
        }
        return found;
    }
}
