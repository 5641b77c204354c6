package khabar.event;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import khabar.event.Line.Edge;

/**
 * What is seen of a trigger, its clause and its sentence before it is judged: each sign is the hash of a template and of
 * what stands there, once for all types and once for the type. Only the hashes are kept, so what was learnt from a text
 * does not show its words.
 */
final class Signs {
    /** Part of what was trained: raise it whenever a template changes. */
    static final int VERSION = 1;

    /** How many different signs there are; what falls together is told apart by the rest. */
    static final int SLOTS = 1 << 17;

    private static final long EMPTY = 0xcbf29ce484222325L;
    private static final List<String> ENDINGS = List.of("هما", "ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه", "ي", "ا");
    private static final int WINDOW = 6;

    /** Sentences of fewer words are headlines and leads: they say less around what they tell. */
    private static final int BRIEF = 18;

    private static final Set<String> PAST = Set.of("كان", "كانت", "كانوا", "سبق", "قد", "لقد");
    private static final Set<String> SAYING_MARKS = Set.of("«", "\"", "“", "»", "”");

    private final Lexicon lexicon;
    private final Clause clause;
    private final Draft draft;
    private final Line line;
    private final int at;
    private final Set<String> seen = new TreeSet<>();

    private Signs(Lexicon lexicon, Clause clause, Draft draft) {
        this.lexicon = lexicon;
        this.clause = clause;
        this.draft = draft;
        this.line = clause.line();
        this.at = clause.trigger().first();
    }

    /** The signs as sorted slots, each once. */
    static int[] of(Lexicon lexicon, Clause clause, Draft draft) {
        long type = hash(EMPTY, draft.code().type().name() + ' ');
        Set<String> seen = seen(lexicon, clause, draft);
        int[] slots = new int[2 * seen.size()];
        int size = 0;
        for (String sign : seen) {
            slots[size++] = slot(hash(EMPTY, sign));
            slots[size++] = slot(hash(type, sign));
        }
        return java.util.Arrays.stream(slots).sorted().distinct().toArray();
    }

    /** The signs in words. */
    static Set<String> seen(Lexicon lexicon, Clause clause, Draft draft) {
        Signs signs = new Signs(lexicon, clause, draft);
        signs.trigger();
        signs.neighbours();
        signs.governing();
        signs.parties();
        signs.setting();
        signs.sentence();
        return signs.seen;
    }

    static int slot(String sign) {
        return slot(hash(EMPTY, sign));
    }

    /** Of so many more letters after those hashed (FNV-1a). */
    private static long hash(long before, String more) {
        long hash = before;
        for (int i = 0; i < more.length(); i++) {
            hash = (hash ^ more.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static int slot(long hash) {
        long mixed = hash ^ hash >>> 32;
        return (int) (mixed * 0x9E3779B97F4A7C15L >>> 40) & SLOTS - 1;
    }

    private void see(String template, Object what) {
        seen.add(template + '=' + what);
    }

    /** The words around are seen of attacks only: too few protests were judged to learn them. */
    private void seeWord(String template, Object word) {
        if (draft.code().type() == EventType.ASSAULT) {
            see(template, word);
        }
    }

    private void trigger() {
        Trigger.Reading reading = clause.reading();
        Inflection inflection = reading.inflection();
        String lemma = reading.pattern().lemma();
        see("bias", "");
        see("lemma", lemma);
        see("form", inflection.form());
        see("code", draft.code().notation());
        see("lemma form", lemma + ' ' + inflection.form() + inflection.definite());
        see("needs", reading.hasNeed());
        if (reading.hasNeed()) {
            see("need", stem(line.normals().get(reading.need())));
        }
        see("definite", inflection.form() + " " + inflection.definite() + inflection.possessor());
        see("joined", clause.trigger().joined());
        see("prefix", prefix(line.normals().get(at)));
        see("score", (int) (draft.confidence() * 10));
        see("complete", draft.complete());
    }

    private static String prefix(String word) {
        return word.length() > 3 && "وفبلكس".indexOf(word.charAt(0)) >= 0 ? word.substring(0, 1) : "";
    }

    private void neighbours() {
        String lemma = clause.reading().pattern().lemma();
        int last = clause.trigger().last();
        String before = word(at - 1);
        String after = word(last);
        seeWord("before", before);
        seeWord("after", after);
        seeWord("before2", word(at - 2) + ' ' + before);
        seeWord("after2", after + ' ' + word(last + 1));
        seeWord("lemma before", lemma + ' ' + before);
        seeWord("lemma after", lemma + ' ' + after);
        for (int i = Math.max(0, at - WINDOW); i < at; i++) {
            seeWord("left", word(i));
        }
        for (int i = last; i < Math.min(line.size(), last + WINDOW); i++) {
            seeWord("right", word(i));
        }
    }

    private String word(int token) {
        if (token < 0) {
            return "^";
        }
        return token < line.size() ? stem(line.normals().get(token)) : "$";
    }

    /** What stands before the trigger in its clause and before the clause: saying, planning, denying, was and had. */
    private void governing() {
        int edges = 0;
        boolean hard = false;
        for (int i = at - 1; i >= 0; i--) {
            String word = line.normals().get(i);
            if (line.edge(i) == Edge.HARD) {
                hard = true;
            }
            if (!hard && lexicon.operators().containsKey(word)) {
                see("operator", lexicon.operators().get(word).status() + " " + (i >= clause.from() ? "in" : "before"));
                seeWord("operator word", word);
            }
            if (i >= clause.from() && PAST.contains(word)) {
                see("past", word);
            }
            edges += line.edge(i) == Edge.NONE ? 0 : 1;
        }
        if (clause.from() > 0) {
            see("opened", line.edge(clause.from() - 1));
            seeWord("opening", word(clause.from() - 1));
        } else {
            see("opened", "first");
        }
        see("edges", Math.min(4, edges));
        see("relative", clause.isRelative());
        see("depth", Math.min(5, at * 6 / Math.max(1, line.size())));
        see("distance", Math.min(4, (at - clause.from()) / 2));
    }

    private void parties() {
        for (Role role : List.of(Role.ACTOR, Role.RECIPIENT)) {
            List<Participant> parties = draft.with(role).toList();
            see(role + " count", Math.min(3, parties.size()));
            for (Participant party : parties) {
                String kind = party.link()
                        .map(link ->
                                link.mention().type() + " " + party.entity().isPresent())
                        .orElse(party.entity().isPresent() ? "state" : "nameless");
                see(role + " kind", kind);
                seeWord(role + " head", stem(PatternFile.normal(party.text().split(" ", 2)[0])));
            }
        }
        boolean acted = draft.with(Role.ACTOR).findAny().isPresent();
        boolean befell = draft.with(Role.RECIPIENT).findAny().isPresent();
        String roles = (acted ? "actor " : "") + (befell ? "recipient" : "");
        String form = clause.reading().inflection().form() + " " + draft.complete();
        see("roles", roles);
        see("roles form", roles + form);
        boolean known = draft.participants().size() > 1
                && draft.participants().stream()
                        .allMatch(party -> party.entity().isPresent());
        boolean set =
                draft.setting().place().isPresent() && draft.setting().when().precision() == Precision.DAY;
        see("known", known + roles);
        see("full", known + " " + set + draft.complete());
        if (line.size() < BRIEF) {
            see("brief", "");
            see("brief form", form);
            see("brief roles form", roles + form);
        }
    }

    private void setting() {
        When when = draft.setting().when();
        see("precision", when.precision());
        see("basis", when.basis());
        see(
                "precision form",
                when.precision() + " " + clause.reading().inflection().form());
        see("place", draft.setting().place().isPresent());
        see("times", Math.min(3, line.times().size()));
        for (TimeExpression time : line.times()) {
            String kind = time.meaning().getClass().getSimpleName();
            see("time", kind);
            see("time near", kind + (time.first() >= clause.from() && time.last() <= clause.to() ? " in" : " out"));
            if (time.meaning() instanceof TimeExpression.Shift shift) {
                see("shift", Math.abs(shift.amount()) + " " + shift.unit());
            }
        }
    }

    private void sentence() {
        EventType type = draft.code().type();
        long same = line.triggers().stream().filter(t -> t.type() == type).count();
        see("same", Math.min(4, same));
        see("other", Math.min(4, line.triggers().size() - same));
        for (Trigger trigger : line.triggers()) {
            see("with", trigger.type());
            if (trigger.first() < at) {
                see("preceded", trigger.type());
            }
        }
        see("long", Math.min(6, line.size() / 10));
        see("question", line.normals().contains("؟") || line.normals().contains("?"));
        see("quoted", line.tokens().stream().anyMatch(token -> SAYING_MARKS.contains(token.text())));
        see("digits", line.normals().stream().anyMatch(word -> Character.isDigit(word.charAt(0))));
        for (int i = 0; i < line.size(); i++) {
            if (line.tokens().get(i).isWord()) {
                seeWord("word", word(i));
            }
        }
        seeWord("start", word(0));
        seeWord("start2", word(0) + ' ' + word(1));
    }

    /** A word without its particles, article and endings; short words stay whole. */
    static String stem(String normal) {
        String stem = normal;
        if (stem.length() > 4 && (stem.startsWith("و") || stem.startsWith("ف"))) {
            stem = stem.substring(1);
        }
        if (stem.length() > 4 && (stem.startsWith("بال") || stem.startsWith("كال"))) {
            stem = stem.substring(3);
        } else if (stem.length() > 4 && (stem.startsWith("ال") || stem.startsWith("لل"))) {
            stem = stem.substring(2);
        } else if (stem.length() > 4 && (stem.startsWith("ب") || stem.startsWith("ل"))) {
            stem = stem.substring(1);
        }
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                return stem.substring(0, stem.length() - ending.length());
            }
        }
        return isWholeNumber(stem) ? "0" : stem;
    }

    static boolean isWholeNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
