package khabar.event;

import java.util.LinkedHashMap;
import java.util.Map;
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
            Map.entry("drop", "dropped dropped"),
            Map.entry("ban", "banned banned"),
            Map.entry("jam", "jammed jammed"),
            Map.entry("pay", "paid paid"),
            Map.entry("make", "made made"),
            Map.entry("sign", "signed signed"),
            Map.entry("lead", "led led"),
            Map.entry("step", "stepped stepped"),
            Map.entry("set", "set set"),
            Map.entry("put", "put put"),
            Map.entry("lay", "laid laid"),
            Map.entry("throw", "threw thrown"),
            Map.entry("deny", "denied denied"),
            Map.entry("begin", "began begun"),
            Map.entry("stab", "stabbed stabbed"),
            Map.entry("expel", "expelled expelled"),
            Map.entry("cancel", "cancelled cancelled"),
            Map.entry("shell", "shelled shelled"),
            Map.entry("rebuff", "rebuffed rebuffed"),
            Map.entry("reach", "reached reached"),
            Map.entry("steal", "stole stolen"),
            Map.entry("quit", "quit quit"),
            Map.entry("tell", "told told"),
            Map.entry("shut", "shut shut"),
            Map.entry("kidnap", "kidnapped kidnapped"),
            Map.entry("wage", "waged waged"),
            Map.entry("condemn", "condemned condemned"),
            Map.entry("swear", "swore sworn"),
            Map.entry("tear", "tore torn"),
            Map.entry("slay", "slew slain"),
            Map.entry("hang", "hanged hanged"),
            Map.entry("undertake", "undertook undertaken"),
            Map.entry("flee", "fled fled"),
            Map.entry("swap", "swapped swapped"),
            Map.entry("scrap", "scrapped scrapped"),
            Map.entry("gun", "gunned gunned"),
            Map.entry("whip", "whipped whipped"),
            Map.entry("flog", "flogged flogged"),
            Map.entry("rebel", "rebelled rebelled"),
            Map.entry("repel", "repelled repelled"),
            Map.entry("annul", "annulled annulled"),
            Map.entry("keep", "kept kept"),
            Map.entry("die", "died died"));

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
        forms.putIfAbsent(gerund(lemma, past[0]), Inflection.of(Form.GERUND));
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
        return consonantY(lemma) ? lemma.substring(0, lemma.length() - 1) + "ied" : lemma + "ed";
    }

    private static String gerund(String lemma, String past) {
        // A consonant doubled in the past is doubled here: banned, banning.
        if (past.endsWith("ed") && past.length() == lemma.length() + 3) {
            return lemma + lemma.charAt(lemma.length() - 1) + "ing";
        }
        if (lemma.matches("cut|hit|set|put|shut|quit")) {
            return lemma + "ting";
        }
        if (lemma.endsWith("ie")) {
            return lemma.substring(0, lemma.length() - 2) + "ying";
        }
        return lemma.endsWith("e") && !lemma.endsWith("ee")
                ? lemma.substring(0, lemma.length() - 1) + "ing"
                : lemma + "ing";
    }

    private static boolean consonantY(String lemma) {
        return lemma.endsWith("y") && VOWELS.indexOf(lemma.charAt(lemma.length() - 2)) < 0;
    }
}
