package khabar.names;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells which countries and capitals of a sentence stand for the state that acts, and which for the place that locates:
 * "في موسكو" locates, "قالت موسكو" acts, "between Russia and Syria" acts twice. Names that "and" joins act together or
 * not at all: one verb, noun or preposition speaks for all of them.
 */
final class Acting {
    private Acting() {}

    /**
     * Names that commas and "and" join.
     *
     * @param names in text order, at least one
     */
    record Group(List<Candidate> names) {
        Candidate head() {
            return names.getFirst();
        }

        /** The first token of the first name. */
        int first() {
            return head().first();
        }

        /** The token after the last name. */
        int last() {
            return names.getLast().last();
        }
    }

    /**
     * The names that act.
     *
     * @param chosen all names of the sentence, in text order
     * @param mayAct which of them are countries and capitals
     */
    static List<Candidate> in(Phrase phrase, List<Candidate> chosen, Predicate<Candidate> mayAct) {
        List<Candidate> acting = new ArrayList<>();
        for (Group group : groups(phrase, chosen)) {
            List<Candidate> states = group.names().stream().filter(mayAct).toList();
            if (!states.isEmpty()
                    && (phrase.arabic()
                            ? new ArabicActing(phrase, chosen).acts(group)
                            : new EnglishActing(phrase).acts(group))) {
                acting.addAll(states);
            }
        }
        return acting;
    }

    private enum Joint {
        NONE,
        COMMA,
        AND,
        COMMA_AND
    }

    /**
     * Runs of names; commas join only where "and" ends the list: "In Syria, Russia said" are two. So are "in Haiti, and Cuba
     * sent": two names that are joined have no comma.
     */
    private static List<Group> groups(Phrase phrase, List<Candidate> chosen) {
        List<Candidate> names = chosen.stream()
                .filter(name -> name.type() == MentionType.PLACE || name.type() == MentionType.ORGANISATION)
                .toList();
        List<Group> groups = new ArrayList<>();
        int from = 0;
        while (from < names.size()) {
            int to = from + 1;
            int end = to;
            while (to < names.size()) {
                Joint joint = joint(phrase, names.get(to - 1), names.get(to));
                boolean newClause = joint == Joint.COMMA_AND && to == from + 1;
                if (joint == Joint.NONE || newClause) {
                    break;
                }
                to++;
                end = joint == Joint.COMMA ? end : to;
            }
            groups.add(new Group(names.subList(from, end)));
            from = end;
        }
        return groups;
    }

    private static Joint joint(Phrase phrase, Candidate one, Candidate next) {
        return phrase.arabic() ? arabic(phrase, one, next) : english(phrase, one, next);
    }

    private static Joint arabic(Phrase phrase, Candidate one, Candidate next) {
        int between = next.first() - one.last();
        boolean comma = between == 1 && phrase.normal(one.last()).equals("،");
        if (between > 0 && !comma) {
            return Joint.NONE;
        }
        if (next.prefix().equals("و")) {
            return Joint.AND;
        }
        return comma && next.prefix().isEmpty() ? Joint.COMMA : Joint.NONE;
    }

    private static Joint english(Phrase phrase, Candidate one, Candidate next) {
        Joint joint = Joint.NONE;
        for (int i = one.last(); i < next.first(); i++) {
            switch (phrase.normal(i)) {
                case "and" -> joint = joint == Joint.COMMA ? Joint.COMMA_AND : Joint.AND;
                case "," -> joint = joint == Joint.NONE ? Joint.COMMA : joint;
                case "the" -> {}
                default -> {
                    return Joint.NONE;
                }
            }
        }
        return joint;
    }
}
