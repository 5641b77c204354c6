package khabar.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.event.Inflection.Form;
import khabar.event.Line.Edge;

/** English: subject, verb, object; "by" after a passive; "X's" or "X" before a noun. */
final class EnglishArguments extends ArgumentReader {
    private static final Set<String> RESUMING = Set.of("resort", "resorts", "resorted", "resume", "resumed", "resumes");
    private static final Set<String> TEXTS =
            Set.of("statement", "resolution", "letter", "declaration", "communique", "message");
    private static final Set<String> JOINING_OR_MEANING = Set.of("and", "or", "he", "she", "it", "they");
    private static final Set<String> REDUCED =
            Set.of("based", "stationed", "living", "working", "held", "loyal", "close", "opposed", "belonging");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");
    private static final int UNKNOWN_BEFORE_OBJECT = 2;

    /** In words: "in the far north-east of the country". */
    private static final int LONGEST_CIRCUMSTANCE = 5;

    EnglishArguments(Lexicon lexicon, World world) {
        super(lexicon, world);
    }

    @Override
    Frame frame(Clause clause, List<Phrase> subjectBefore) {
        List<Phrase> agent = clause.after(Phrase.AGENT);
        List<Phrase> object = object(clause);
        if (clause.reading().pattern().kind() == Pattern.Kind.NOUN) {
            return new Frame(List.of(), object, owner(clause), agent, false);
        }
        Form form = clause.reading().inflection().form();
        boolean be = afterBe(clause);
        if (form == Form.GERUND && !be && !isBegun(clause)) {
            boolean adds = clause.trigger().joined() || follows(clause, Edge.COMMA);
            List<Phrase> author = isText(clause) ? first(clause) : List.of();
            return new Frame(adds ? subjectBefore : author, object, List.of(), agent, true);
        }
        boolean by =
                !agent.isEmpty() && agent.getFirst().start() <= clause.trigger().last() + 2;
        // "Syrians in areas besieged by X", "in numbers to take control": only what stands right before it.
        boolean near = form == Form.PARTICIPLE && by && !be || form == Form.BASE && isInfinitive(clause);
        List<Phrase> before = subject(clause, !near);
        if (before.isEmpty() && isPronoun(clause)) {
            return new Frame(earlier(clause), object, List.of(), agent, true);
        }
        // "Was put under": the participle of some verbs is their infinitive.
        boolean passive = form == Form.PARTICIPLE && (be || by && object.isEmpty()) || form == Form.BASE && be;
        if (passive) {
            List<Phrase> befell = before.isEmpty() ? subjectBefore : before;
            return new Frame(List.of(), befell, List.of(), agent, before.isEmpty(), befell);
        }
        if (before.isEmpty() && clause.trigger().joined()) {
            // "The attacks which targeted and killed": the subject of the main clause does not act.
            boolean relative = clause.from() > 0 && clause.line().edge(clause.from() - 1) == Edge.RELATIVE;
            List<Phrase> main = !subjectBefore.isEmpty() ? relative ? List.of() : subjectBefore : first(clause);
            return new Frame(main, object, List.of(), agent, true);
        }
        if (before.isEmpty() && form == Form.BASE) {
            return new Frame(List.of(), List.of(), List.of(), List.of(), false);
        }
        return headline(clause, new Frame(before, object, List.of(), agent, false));
    }

    /** "Three soldiers killed in blast": no object, so the subject is the one acted upon. */
    private static Frame headline(Clause clause, Frame frame) {
        Pattern pattern = clause.reading().pattern();
        boolean transitive = pattern.recipientRequired()
                && pattern.recipient().getFirst().equals(new Pattern.Slot.DirectObject())
                && pattern.actor().contains(new Pattern.Slot.Agent());
        boolean one = frame.object().isEmpty() && !frame.subject().isEmpty();
        return transitive && one && isBareParticiple(clause)
                ? new Frame(List.of(), frame.subject(), List.of(), frame.agent(), false)
                : frame;
    }

    /** "Began shelling", "resorted to throwing stones": the subject is that of the verb before. */
    private boolean isBegun(Clause clause) {
        int at = clause.trigger().first() - 1;
        if (at > 0 && clause.line().normals().get(at).equals("to")) {
            at--;
        }
        return at >= clause.from()
                && (lexicon.isEdgeVerb(clause.line().normals().get(at))
                        || RESUMING.contains(clause.line().normals().get(at))
                        || clause.line().normals().get(at).equals("stepped"));
    }

    /** "Issued a statement condemning X". */
    private static boolean isText(Clause clause) {
        int before = clause.trigger().first() - 1;
        return before >= 0 && TEXTS.contains(clause.line().normals().get(before));
    }

    /** Not "X has killed ten of them", nor "X killed ten": somebody does something there. */
    private static boolean isBareParticiple(Clause clause) {
        Line line = clause.line();
        int before = clause.trigger().first() - 1;
        int after = clause.trigger().last();
        boolean perfect = before >= 0 && line.normals().get(before).matches("has|have|had|having");
        boolean ends = after >= line.size()
                || line.edge(after) != Edge.NONE
                || line.timeAt(after).isPresent()
                || line.normals().get(after).matches("in|by|at|on|near|after|when|during|as|and|for|over|amid|outside");
        return clause.reading().inflection().form() == Form.PARTICIPLE && !perfect && ends;
    }

    private static boolean afterBe(Clause clause) {
        for (int i = clause.trigger().first() - 1;
                i >= Math.max(0, clause.trigger().first() - 4);
                i--) {
            String word = clause.line().normals().get(i);
            if (BE.contains(word)) {
                return true;
            }
            if (word.equals("and") && isParticiple(clause.line(), i - 1)) {
                i--; // "was struck and killed"
            } else if (!word.endsWith("ly") && !word.equals("not") && !word.equals("also")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isInfinitive(Clause clause) {
        int before = clause.trigger().first() - 1;
        return before >= 0 && clause.line().normals().get(before).equals("to");
    }

    private static boolean isParticiple(Line line, int at) {
        return line.triggers().stream()
                .filter(trigger -> trigger.last() == at + 1 && trigger.first() == at)
                .flatMap(trigger -> trigger.readings().stream())
                .anyMatch(reading -> reading.inflection().form() == Form.PARTICIPLE);
    }

    /** The first bare phrase of the clause: the subject of "X arrived in Y and met Z". */
    private static List<Phrase> first(Clause clause) {
        boolean afterVerb = clause.line().triggers().stream()
                .anyMatch(t -> !t.isNoun()
                        && t.last() == clause.from()
                        && t.first() < clause.trigger().first());
        if (afterVerb) {
            return List.of(); // what follows is the object of the verb before
        }
        return clause.line().phrases().stream()
                .filter(p -> p.start() >= clause.from()
                        && p.last() <= clause.trigger().first()
                        && p.isBare())
                .findFirst()
                .filter(p -> clause.line().normals().subList(clause.from(), p.start()).stream()
                        .noneMatch(word -> word.endsWith("ed"))) // "one strike engaged X and destroyed"
                .map(clause::withJoined)
                .orElse(List.of());
    }

    /** "Israel denied that it attacked": the subject is the one of the clause before. */
    private boolean isPronoun(Clause clause) {
        int at = clause.trigger().first() - 1;
        while (at > clause.from() && isLight(clause.line(), at)) {
            at--;
        }
        return at >= 0 && clause.line().normals().get(at).matches("he|she|it|they");
    }

    private static List<Phrase> earlier(Clause clause) {
        return clause.line().phrases().stream()
                .filter(p -> p.last() <= clause.from() && p.isBare() && p.isActor()
                        || p.last() <= clause.from() && p.isBare() && p.place().isPresent())
                .findFirst()
                .map(clause::withJoined)
                .orElse(List.of());
    }

    private static boolean follows(Clause clause, Edge edge) {
        int at = clause.trigger().first() - 1;
        return at >= 0 && clause.line().edge(at) == edge;
    }

    /** The phrase before the verb, over auxiliaries, adverbs, times, phrases with prepositions and appositions. */
    private List<Phrase> subject(Clause clause, boolean far) {
        if (clause.isRelative()) {
            // "The attacks in X which killed": not X killed.
            return clause.antecedent()
                    .filter(phrase -> !phrase.isPlace() || phrase.isBare())
                    .map(clause::withJoinedBefore)
                    .orElse(List.of());
        }
        Line line = clause.line();
        if (follows(clause, Edge.COMMA) && clause.from() > 1 && line.edge(clause.from() - 1) == Edge.RELATIVE) {
            // "X, who was in Y, condemned": back over the relative clause.
            int end = line.edge(clause.from() - 2) == Edge.COMMA ? clause.from() - 2 : clause.from() - 1;
            Optional<Phrase> main = line.ending(end).filter(Phrase::isBare);
            if (main.isPresent()) {
                return clause.withJoinedBefore(main.get());
            }
        }
        int end = clause.trigger().first();
        int floor = clause.from();
        boolean jumped = false;
        while (end > floor) {
            Optional<Phrase> phrase = line.ending(end);
            if (phrase.isPresent()) {
                List<Phrase> group = clause.withJoinedBefore(phrase.get());
                if (group.getFirst().isBare()) {
                    return group;
                }
                if (phrase.get().preposition().equals(Phrase.POSSESSOR)) {
                    return List.of();
                }
                end = beforePreposition(line, group.getFirst());
            } else if (line.edge(end - 1) == Edge.COMMA && isOfficeAndHolder(line, end - 1)) {
                end--;
            } else if (line.edge(end - 1) == Edge.COMMA && !jumped) {
                int open = openingComma(line, end - 1, floor);
                end = open >= 0 ? open : end - 1;
                jumped = true;
            } else if (isLight(line, end - 1) || end < clause.trigger().first() && isReduced(line, end - 1)) {
                end--;
            } else {
                int preposition = far ? circumstance(line, end, floor) : -1;
                if (preposition < 0) {
                    return List.of();
                }
                end = preposition;
            }
        }
        return List.of();
    }

    /** "Students from all over the country demonstrated": the preposition that opens what stands before this token; −1 if none does. */
    private int circumstance(Line line, int end, int floor) {
        for (int i = end - 1; i > floor && end - i <= LONGEST_CIRCUMSTANCE; i--) {
            int at = i;
            boolean told = line.edge(i) != Edge.NONE
                    || !line.tokens().get(i).isWord()
                    || JOINING_OR_MEANING.contains(line.normals().get(i))
                    || line.phrases().stream().anyMatch(p -> p.start() <= at && at < p.last())
                    || line.triggers().stream().anyMatch(t -> t.first() <= at && at < t.last());
            if (told) {
                return -1;
            }
            if (lexicon.words("preposition").has(line.normals().get(i))) {
                if (i == end - 1) {
                    return -1; // "to Ankara for talks": nothing is before the verb
                }
                return lexicon.words("preposition").has(line.normals().get(i - 1)) ? i - 1 : i;
            }
        }
        return -1;
    }

    /** "A newspaper based in Beirut", "forces loyal to X". */
    private static boolean isReduced(Line line, int at) {
        return REDUCED.contains(line.normals().get(at));
    }

    private int beforePreposition(Line line, Phrase phrase) {
        int end = phrase.start();
        while (end > 0
                && (lexicon.words("preposition").has(line.normals().get(end - 1))
                        || lexicon.words("support").at(line.normals(), end - 1) > 0)) {
            end--;
        }
        // "backed by", "together with": the words before the preposition belong to it.
        if (end > 0 && line.normals().get(end - 1).matches("backed|supported|together|along|led|headed")) {
            end--;
        }
        return end;
    }

    /** "The minister, X,": one phrase, with a comma in it. */
    private static boolean isOfficeAndHolder(Line line, int end) {
        return line.ending(end)
                .filter(phrase ->
                        line.edges().subList(phrase.start(), phrase.last()).contains(Edge.COMMA))
                .isPresent();
    }

    /** The comma that opens an apposition which this one closes: "X, the minister, met". */
    private static int openingComma(Line line, int closing, int floor) {
        for (int i = closing - 1; i > floor; i--) {
            if (line.edge(i) == Edge.COMMA) {
                return i;
            }
        }
        return -1;
    }

    private boolean isLight(Line line, int at) {
        String word = line.normals().get(at);
        return line.timeAt(at).isPresent()
                || lexicon.words("particle").has(word)
                || lexicon.operators().containsKey(word)
                || lexicon.isEdgeVerb(word)
                        && (line.normals().get(at + 1).equals("to")
                                || lexicon.isGerund(line.normals().get(at + 1)))
                || RESUMING.contains(word) && line.edge(at) == Edge.NONE
                || word.endsWith("ly")
                || word.equals("due")
                || word.equals("set")
                || word.equals("ready");
    }

    private List<Phrase> object(Clause clause) {
        Line line = clause.line();
        int unknown = 0;
        int i = clause.trigger().last();
        while (i < clause.near()) {
            Optional<Phrase> phrase = line.starting(i);
            if (phrase.isPresent() && !phrase.get().preposition().equals(Phrase.POSSESSOR)) {
                return phrase.get().isBare() ? clause.withJoined(phrase.get()) : List.of();
            }
            String word = line.normals().get(i);
            boolean infinitive = word.equals("to")
                    && i + 1 < clause.near()
                    && (clause.isNeed(i + 1)
                            || !lexicon.entries(line.normals().get(i + 1)).isEmpty());
            if (infinitive) {
                i += 2;
                continue;
            }
            if (lexicon.words("preposition").has(word) || lexicon.words("agent").has(word)) {
                return List.of();
            }
            boolean known = clause.isNeed(i)
                    || line.timeAt(i).isPresent()
                    || isTitle(line, i)
                    || lexicon.words("light").has(word)
                    || word.endsWith("ly")
                    || !line.tokens().get(i).isWord();
            if (!known && ++unknown > UNKNOWN_BEFORE_OBJECT) {
                return List.of();
            }
            i++;
        }
        return holder(clause);
    }

    private boolean isTitle(Line line, int at) {
        String word = line.normals().get(at);
        return lexicon.words("title").has(word) || world.nationality(word).isPresent();
    }

    /** "Met the foreign minister, X": who holds the office that the words up to the comma name. */
    private List<Phrase> holder(Clause clause) {
        Line line = clause.line();
        int comma = clause.near();
        boolean office = comma < line.size()
                && comma > clause.trigger().last()
                && line.edge(comma) == Edge.COMMA
                && isTitle(line, comma - 1);
        return office
                ? line.starting(comma + 1).filter(Phrase::isBare).filter(Phrase::isActor).stream()
                        .toList()
                : List.of();
    }

    /** "X's visit", "X visit": who stands right before the noun. */
    private static List<Phrase> owner(Clause clause) {
        Line line = clause.line();
        for (int end = clause.trigger().first();
                end >= Math.max(0, clause.trigger().first() - 3);
                end--) {
            Optional<Phrase> phrase = line.ending(end);
            if (phrase.isPresent()) {
                boolean owns = phrase.get().preposition().equals(Phrase.POSSESSOR)
                        || end == clause.trigger().first();
                return owns && !phrase.get().attachment().nested() ? clause.withJoinedBefore(phrase.get()) : List.of();
            }
        }
        return List.of();
    }
}
