package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.event.Inflection.Form;
import khabar.event.Line.Edge;

/** Arabic: verb, subject, object, or subject first; the noun of a verbal noun follows it. */
final class ArabicArguments extends ArgumentReader {
    /** Numerals in words, some with a particle before them. */
    private static final Set<String> NUMBERS = Stream.concat(
                    Stream.of("", "ل", "ب", "و")
                            .flatMap(before -> Stream.of("ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
                                    .flatMap(number ->
                                            Stream.of("", "ه", "ون", "ين").map(after -> before + number + after))),
                    Stream.of("ثمان", "اثنان", "اثنين", "واحد", "واحدا", "مئه", "مئتين", "مئتي"))
            .collect(Collectors.toUnmodifiableSet());

    /** Numerals in normal form, with the words that go before them. */
    private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile(
            "\\d.*|(احد|احدي|اثن|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر|مي[هت]|ماي|ميات|الاف|الف).{0,3}"
                    + "|نحو|حوالي|زهاء|قرابه|اكثر|من|ما|لا|يقل|عن");

    /** "That he", "that she", "that they". */
    private static final Set<String> PRONOUNS = Set.of(
            "انه", "انها", "بانه", "بانها", "وانه", "وانها", "أنه", "أنها", "إنه", "إنها", "بأنه", "بأنها", "وأنه",
            "وأنها");

    /** Of "no fewer than", "no more than". */
    private static final Set<String> MEASURES = Set.of("ما", "لا", "يقل", "يزيد");

    private static final Set<String> QUOTES = Set.of("\"", "«", "»", "“", "”");

    ArabicArguments(Lexicon lexicon, World world) {
        super(lexicon, world);
    }

    /** Bare phrases after a trigger, in groups that "and" joins; clean where no unknown noun comes first. */
    private record Bare(List<List<Phrase>> groups, boolean clean) {
        List<Phrase> group(int index) {
            return index < groups.size() ? groups.get(index) : List.of();
        }
    }

    @Override
    Frame frame(Clause clause, List<Phrase> subjectBefore) {
        Bare bare = bareAfter(clause, clause.trigger().last());
        List<Phrase> agent = clause.after(Phrase.AGENT);
        if (clause.reading().pattern().kind() == Pattern.Kind.NOUN) {
            return new Frame(List.of(), bare.group(1), bare.group(0), agent, false);
        }
        if (clause.reading().inflection().form() == Form.PASSIVE) {
            List<Phrase> object = bare.group(0).isEmpty() ? subjectBeforeVerb(clause) : bare.group(0);
            return new Frame(List.of(), object, bare.group(0), agent, false);
        }
        return asPassive(clause, verb(clause, bare, agent, subjectBefore), bare);
    }

    private Frame verb(Clause clause, Bare bare, List<Phrase> agent, List<Phrase> subjectBefore) {
        List<Phrase> antecedent =
                clause.antecedent().map(clause::withJoinedBefore).orElse(List.of());
        if (clause.reading().inflection().object()) {
            return new Frame(bare.group(0), antecedent, bare.group(0), agent, false);
        }
        if (clause.isRelative()) {
            return new Frame(antecedent, bare.group(0), bare.group(0), agent, false);
        }
        List<Phrase> before = clause.trigger().joined() ? List.of() : subjectBeforeVerb(clause);
        if (!before.isEmpty()) {
            return new Frame(before, bare.group(0), bare.group(0), agent, false);
        }
        if (bare.group(0).isEmpty() && isPronoun(clause)) {
            return new Frame(earlier(clause), List.of(), List.of(), agent, true);
        }
        if (startsClause(clause)) {
            boolean elliptic = bare.group(0).isEmpty() && clause.trigger().joined() && !subjectBefore.isEmpty();
            if (clause.trigger().joined() && !subjectBefore.isEmpty() && isObject(clause, bare)) {
                return new Frame(subjectBefore, bare.group(0), bare.group(0), agent, true);
            }
            return elliptic
                    ? new Frame(subjectBefore, List.of(), List.of(), agent, true)
                    : new Frame(bare.group(0), bare.group(1), bare.group(0), agent, false);
        }
        if (clause.trigger().last() - clause.trigger().first() == 1 && looksLikeNoun(clause)) {
            return new Frame(List.of(), List.of(), List.of(), List.of(), false);
        }
        // A subject that is no name stands before the verb: what follows is the object.
        return new Frame(List.of(), bare.group(0), bare.group(0), agent, false);
    }

    /** "X announced that he would resign": the particle holds the pronoun. */
    private static boolean isPronoun(Clause clause) {
        int at = clause.trigger().first() - 1;
        return at >= 0 && PRONOUNS.contains(clause.line().normals().get(at));
    }

    /** The first bare phrase before the clause: who said it. */
    private static List<Phrase> earlier(Clause clause) {
        return clause.line().phrases().stream()
                .filter(p -> p.last() <= clause.from() && p.isBare() && p.isActor())
                .findFirst()
                .map(clause::withJoined)
                .orElse(List.of());
    }

    /** "X visited Y and met Z", "they stormed X and held Y": the only noun after the second verb is its object. */
    private static boolean isObject(Clause clause, Bare bare) {
        if (bare.group(0).isEmpty() || !bare.group(1).isEmpty()) {
            return false;
        }
        String verb = clause.line().normals().get(clause.trigger().first());
        Pattern pattern = clause.reading().pattern();
        boolean plural = verb.endsWith("وا") || verb.matches("و?[يت].+ون");
        boolean transitive = pattern.code().type() == EventType.CONSULT
                && pattern.recipientRequired()
                && pattern.recipient().getFirst() instanceof Pattern.Slot.DirectObject
                && pattern.recipient().stream()
                        .noneMatch(slot -> slot instanceof Pattern.Slot.After after
                                && !clause.after(after.preposition()).isEmpty());
        return plural || transitive;
    }

    /** The perfect of a short verb is spelled like its verbal noun: inside a clause it is the noun. */
    private static boolean looksLikeNoun(Clause clause) {
        return clause.reading().inflection().form() == Form.PERFECT
                && clause.line().normals().get(clause.trigger().first()).length() <= 3;
    }

    /** "Three soldiers were killed" looks like "three soldiers killed": with one noun only, it is the one acted upon. */
    private static Frame asPassive(Clause clause, Frame frame, Bare bare) {
        Pattern pattern = clause.reading().pattern();
        boolean transitive = pattern.recipientRequired()
                && pattern.recipient().contains(new Pattern.Slot.DirectObject())
                && pattern.actor().contains(new Pattern.Slot.Agent());
        boolean pronoun = clause.reading().inflection().object();
        if (!transitive
                || pronoun
                || !frame.object().isEmpty()
                || frame.subject().isEmpty()
                || frame.inherited()) {
            return frame;
        }
        boolean befalls = isCounted(clause, frame.subject().getFirst())
                || frame.subject().stream().noneMatch(Phrase::isStateOrForce);
        if (!befalls) {
            return new Frame(List.of(), List.of(), frame.genitive(), frame.agent(), false);
        }
        boolean sure = frame.subject().getFirst().isVictim()
                || isCounted(clause, frame.subject().getFirst())
                || bare.clean();
        return sure
                ? new Frame(List.of(), frame.subject(), frame.genitive(), frame.agent(), false)
                : new Frame(List.of(), List.of(), frame.genitive(), frame.agent(), false);
    }

    /** "Killed ten soldiers …": those who are counted right after such a verb are those whom it befell. */
    private static boolean isCounted(Clause clause, Phrase phrase) {
        int from = clause.trigger().last();
        return phrase.start() > from
                && clause.line().normals().subList(from, phrase.start()).stream()
                        .allMatch(word -> NUMBER.matcher(word).matches());
    }

    /** Whether the word is a number, or goes before one: "at least", "about". */
    static boolean counts(String word) {
        return NUMBER.matcher(word).matches();
    }

    private Bare bareAfter(Clause clause, int from) {
        Line line = clause.line();
        List<List<Phrase>> groups = new ArrayList<>();
        int i = from;
        while (i < clause.near()) {
            Optional<Phrase> phrase = line.starting(i);
            if (phrase.isPresent()) {
                if (opensNext(line, phrase.get())) {
                    return new Bare(groups, false);
                }
                List<Phrase> group = clause.withJoined(phrase.get());
                if (phrase.get().isBare() && !phrase.get().joined()) {
                    groups.add(group);
                }
                i = group.getLast().last();
            } else if (mayPass(clause, i)) {
                i++;
            } else {
                Optional<Integer> past = pastPreposition(clause, i);
                if (past.isEmpty()) {
                    return new Bare(groups, false);
                }
                i = past.get();
            }
        }
        return new Bare(groups, true);
    }

    /** "X seizes Y and Z demands": Z belongs to the next verb. */
    private static boolean opensNext(Line line, Phrase phrase) {
        return line.normals().get(phrase.start()).startsWith("و")
                && !phrase.joined()
                && phrase.isActor()
                && line.triggers().stream().anyMatch(t -> t.first() == phrase.last() && !t.isNoun() && !t.joined());
    }

    private boolean mayPass(Clause clause, int at) {
        Line line = clause.line();
        String word = line.normals().get(at);
        return clause.isNeed(at)
                || line.timeAt(at).isPresent()
                || !line.tokens().get(at).isWord()
                || lexicon.words("light").has(word)
                || isNumber(word)
                || MEASURES.contains(word)
                || isAdjective(word);
    }

    static boolean isNumber(String word) {
        return NUMBERS.contains(word);
    }

    private boolean isAdjective(String word) {
        return world.nationality(word).isPresent()
                || word.startsWith("ال") && isNisba(word)
                || word.length() > 3
                        && "وبل".indexOf(word.charAt(0)) < 0
                        && (word.endsWith("ه")
                                || word.endsWith("ي")
                                || word.length() > 4
                                        && (word.endsWith("ين") || word.endsWith("ون") || word.endsWith("يا")))
                        && !lexicon.words("preposition").has(word);
    }

    /** Whether a word ends as adjectives of belonging do. */
    static boolean isNisba(String word) {
        return word.endsWith("ي") || word.endsWith("يه") || word.endsWith("يين") || word.endsWith("يون");
    }

    /** After a preposition with its noun, known or not. */
    private Optional<Integer> pastPreposition(Clause clause, int at) {
        Line line = clause.line();
        String word = line.normals().get(at);
        boolean separate = lexicon.words("preposition").has(word)
                || word.startsWith("و") && lexicon.words("preposition").has(word.substring(1));
        boolean attached = word.matches("[بلك].{3,}") && lexicon.agent(word) == null;
        if (!separate && !attached) {
            return Optional.empty();
        }
        int next = at + 1;
        if (separate && next < clause.near() && line.starting(next).isEmpty() && !mayPass(clause, next)) {
            next++; // the noun of the preposition
        }
        return Optional.of(next);
    }

    /** The phrase that ends where the verb begins, but for particles, times and phrases with prepositions. */
    private List<Phrase> subjectBeforeVerb(Clause clause) {
        Line line = clause.line();
        int end = clause.trigger().first();
        while (end > clause.from()) {
            Optional<Phrase> phrase = line.ending(end);
            if (phrase.isPresent()) {
                if (phrase.get().isBare()) {
                    return clause.withJoinedBefore(phrase.get());
                }
                List<Phrase> group = clause.withJoinedBefore(phrase.get());
                if (group.getFirst().isBare()) {
                    return group;
                }
                end = beforeSupport(line, group.getFirst());
                if (end > clause.from()
                        && lexicon.words("preposition").has(line.normals().get(end - 1))) {
                    end--;
                }
            } else if (isLight(line, end - 1)) {
                end--;
            } else {
                break;
            }
        }
        return List.of();
    }

    /** «القوات المدعومة من X»: over the words that say that X backs them. */
    private int beforeSupport(Line line, Phrase phrase) {
        int start = phrase.start();
        if (phrase.preposition().equals(Phrase.SUPPORT)) {
            for (int length = 3; length >= 1; length--) {
                if (start >= length && lexicon.words("support").at(line.normals(), start - length) == length) {
                    return start - length;
                }
            }
        }
        return start;
    }

    private boolean isLight(Line line, int at) {
        String word = line.normals().get(at);
        return line.timeAt(at).isPresent()
                || lexicon.words("particle").has(word)
                || lexicon.words("light").has(word)
                || line.edge(at) == Edge.COMMA
                || QUOTES.contains(word)
                || word.matches("وحلفاؤ(?:ه|ها)")
                || world.nationality(word).isPresent()
                || word.startsWith("ال") && isNisba(word);
    }

    /** Whether nothing but particles and times stands between the verb and the beginning of its clause. */
    private boolean startsClause(Clause clause) {
        if (clause.trigger().joined()) {
            return true;
        }
        for (int i = clause.trigger().first() - 1; i >= clause.from(); i--) {
            String word = clause.line().normals().get(i);
            boolean light = clause.line().timeAt(i).isPresent()
                    || lexicon.words("particle").has(word)
                    || lexicon.words("light").has(word)
                    || !clause.line().tokens().get(i).isWord()
                    || isOperator(word);
            if (!light) {
                return i + 1 < clause.trigger().first() && clause.line().edge(i + 1) == Edge.COMMA
                        || !clause.line().isFree(i)
                        || inAdverbial(clause, i);
            }
        }
        return true;
    }

    private boolean isOperator(String word) {
        return lexicon.operators().containsKey(word)
                || word.startsWith("و") && lexicon.operators().containsKey(word.substring(1));
    }

    /** "In Moscow, ...", "in a new development, ...": a preposition opens the clause. */
    private boolean inAdverbial(Clause clause, int at) {
        int from = clause.from();
        while (from < at && !clause.line().tokens().get(from).isWord()) {
            from++; // the dash of a list
        }
        String first = clause.line().normals().get(from);
        String plain =
                first.startsWith("و") || first.startsWith("ف") && first.length() > 2 ? first.substring(1) : first;
        return at >= from && (lexicon.words("preposition").has(plain) || plain.startsWith("ب"));
    }
}
