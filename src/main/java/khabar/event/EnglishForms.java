package khabar.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import khabar.event.Inflection.Form;

/** The forms of an English verb: by rule, or after the list of irregular verbs. */
final class EnglishForms {
    private static final String VOWELS = "aeiou";
    /** Past and participle, where the rule does not make them. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("meet", "met met"),
            Map.entry("hold", "held held"),
            Map.entry("fly", "flew flown"),
            Map.entry("speak", "spoke spoken"),
            Map.entry("freeze", "froze frozen"),
            Map.entry("sell", "sold sold"),
            Map.entry("overthrow", "overthrew overthrown"),
            Map.entry("overrun", "overran overrun"),
            Map.entry("retake", "retook retaken"),
            Map.entry("go", "went gone"),
            Map.entry("come", "came come"),
            Map.entry("give", "gave given"),
            Map.entry("send", "sent sent"),
            Map.entry("shoot", "shot shot"),
            Map.entry("take", "took taken"),
            Map.entry("break", "broke broken"),
            Map.entry("cut", "cut cut"),
            Map.entry("beat", "beat beaten"),
            Map.entry("strike", "struck struck"),
            Map.entry("hit", "hit hit"),
            Map.entry("blow", "blew blown"),
            Map.entry("fight", "fought fought"),
            Map.entry("seek", "sought sought"),
            Map.entry("withdraw", "withdrew withdrawn"),
            Map.entry("pay", "paid paid"),
            Map.entry("make", "made made"),
            Map.entry("lead", "led led"),
            Map.entry("set", "set set"),
            Map.entry("put", "put put"),
            Map.entry("lay", "laid laid"),
            Map.entry("throw", "threw thrown"),
            Map.entry("begin", "began begun"),
            Map.entry("steal", "stole stolen"),
            Map.entry("quit", "quit quit"),
            Map.entry("tell", "told told"),
            Map.entry("shut", "shut shut"),
            Map.entry("swear", "swore sworn"),
            Map.entry("tear", "tore torn"),
            Map.entry("slay", "slew slain"),
            Map.entry("undertake", "undertook undertaken"),
            Map.entry("flee", "fled fled"),
            Map.entry("say", "said said"),
            Map.entry("leave", "left left"),
            Map.entry("become", "became become"),
            Map.entry("bring", "brought brought"),
            Map.entry("feed", "fed fed"),
            Map.entry("find", "found found"),
            Map.entry("forbid", "forbade forbidden"),
            Map.entry("get", "got got"),
            Map.entry("know", "knew known"),
            Map.entry("lend", "lent lent"),
            Map.entry("let", "let let"),
            Map.entry("run", "ran run"),
            Map.entry("see", "saw seen"),
            Map.entry("show", "showed shown"),
            Map.entry("sit", "sat sat"),
            Map.entry("stand", "stood stood"),
            Map.entry("think", "thought thought"),
            Map.entry("withhold", "withheld withheld"),
            Map.entry("buy", "bought bought"),
            Map.entry("catch", "caught caught"),
            Map.entry("drive", "drove driven"),
            Map.entry("fall", "fell fallen"),
            Map.entry("sink", "sank sunk"),
            Map.entry("win", "won won"),
            Map.entry("lose", "lost lost"),
            Map.entry("forgive", "forgave forgiven"),
            Map.entry("rise", "rose risen"),
            Map.entry("draw", "drew drawn"),
            Map.entry("keep", "kept kept"));

    /** Verbs of more than one syllable that double their last consonant: "admitted", and in British spelling "cancelled". */
    private static final Set<String> DOUBLING = Set.of(
            "admit",
            "permit",
            "commit",
            "submit",
            "compel",
            "expel",
            "repel",
            "propel",
            "rebel",
            "annul",
            "confer",
            "refer",
            "deter",
            "transfer",
            "regret",
            "acquit",
            "control",
            "patrol",
            "kidnap",
            "cancel",
            "travel",
            "signal",
            "label",
            "quarrel",
            "level");

    /** Of these American spelling doubles no consonant: "canceled". */
    private static final Set<String> BRITISH = Set.of("cancel", "travel", "signal", "label", "quarrel", "level");

    private static final Pattern SHORT = Pattern.compile("[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]");

    private EnglishForms() {}

    static Map<String, Inflection> verb(String lemma) {
        Map<String, Inflection> forms = new LinkedHashMap<>();
        forms.put(lemma, Inflection.of(Form.BASE));
        forms.put(third(lemma), Inflection.of(Form.IMPERFECT));
        String[] past = IRREGULAR
                .getOrDefault(lemma, regular(lemma) + " " + regular(lemma))
                .split(" ", -1);
        if (!past[0].equals(past[1])) {
            forms.putIfAbsent(past[0], Inflection.of(Form.PERFECT));
        }
        forms.putIfAbsent(past[1], Inflection.of(Form.PARTICIPLE));
        forms.putIfAbsent(gerund(lemma), Inflection.of(Form.GERUND));
        if (BRITISH.contains(lemma)) {
            forms.put(lemma + "ed", Inflection.of(Form.PARTICIPLE));
            forms.put(lemma + "ing", Inflection.of(Form.GERUND));
        }
        return forms;
    }

    static Map<String, Inflection> noun(String lemma) {
        return Map.of(lemma, Inflection.of(Form.NOUN));
    }

    private static String third(String lemma) {
        if (consonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        return lemma.matches(".*(s|x|z|ch|sh|o)") ? lemma + "es" : lemma + "s";
    }

    private static String regular(String lemma) {
        if (lemma.endsWith("e")) {
            return lemma + "d";
        }
        return consonantY(lemma) ? lemma.substring(0, lemma.length() - 1) + "ied" : doubled(lemma) + "ed";
    }

    private static String gerund(String lemma) {
        if (lemma.endsWith("ie")) {
            return lemma.substring(0, lemma.length() - 2) + "ying";
        }
        return lemma.endsWith("e") && !lemma.matches("be|.*[eo]e")
                ? lemma.substring(0, lemma.length() - 1) + "ing"
                : doubled(lemma) + "ing";
    }

    /** The last consonant twice where one short syllable ends in it: "banned", "stopping". */
    private static String doubled(String lemma) {
        return SHORT.matcher(lemma).matches() || DOUBLING.contains(lemma)
                ? lemma + lemma.charAt(lemma.length() - 1)
                : lemma;
    }

    private static boolean consonantY(String lemma) {
        return lemma.endsWith("y") && VOWELS.indexOf(lemma.charAt(lemma.length() - 2)) < 0;
    }
}
