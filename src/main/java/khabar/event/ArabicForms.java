package khabar.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.event.Inflection.Form;

/**
 * The third-person forms of an Arabic verb, made by rule from its perfect and its imperfect, and the forms of a verbal noun
 * with possessive pronouns. Unvocalised, so the passive of most verbs looks like the active.
 */
final class ArabicForms {
    private static final List<String> PRONOUNS = List.of("ه", "ها", "هم", "هما", "هن");

    private ArabicForms() {}

    /**
     * Forms of a verb by spelling, not normalised and without prefixes.
     *
     * @param lemma perfect and imperfect of the third person, and forms that are always passive:
     *     {@code أجرى/يجري/أجريت,تجرى}
     */
    static Map<String, Inflection> verb(String lemma) {
        String[] parts = lemma.split("/", -1);
        if (parts.length < 2 || !parts[1].startsWith("ي")) {
            throw new IllegalArgumentException("perfect and imperfect expected: " + lemma);
        }
        Map<String, Inflection> forms = new LinkedHashMap<>();
        perfect(parts[0], forms);
        imperfect(parts[1].substring(1), forms);
        if (parts.length > 2) {
            for (String passive : parts[2].split(",", -1)) {
                forms.put(passive.strip(), Inflection.of(Form.PASSIVE));
            }
        }
        return forms;
    }

    private static void perfect(String perfect, Map<String, Inflection> forms) {
        String stem = weakEnd(perfect) ? perfect.substring(0, perfect.length() - 1) : perfect;
        String joint = weakEnd(perfect) ? stem + "ا" : stem; // what stands before a pronoun: التقى, التقاه
        String dual = perfect.endsWith("ى") ? stem + "يا" : perfect.endsWith("ا") ? stem + "وا" : stem + "ا";
        for (String form : List.of(perfect, stem + "ت", stem + "وا", dual, stem + "تا")) {
            forms.put(form, Inflection.of(Form.PERFECT));
        }
        for (String pronoun : PRONOUNS) {
            for (String before : List.of(joint, stem + "ت", stem + "و", stem + "تا")) {
                forms.putIfAbsent(before + pronoun, new Inflection(Form.PERFECT, true, false, false));
            }
        }
    }

    private static void imperfect(String core, Map<String, Inflection> forms) {
        boolean weak = core.endsWith("ي") || core.endsWith("و") || core.endsWith("ى");
        String stem = weak ? core.substring(0, core.length() - 1) : core;
        String joint = core.endsWith("ى") ? stem + "ا" : core;
        String dual = core.endsWith("ى") ? stem + "ي" : core;
        for (String person : List.of("ي", "ت")) {
            for (String form : List.of(core, stem, stem + "ون", stem + "وا", dual + "ان", dual + "ا", hollow(core))) {
                forms.putIfAbsent(person + form, Inflection.of(Form.IMPERFECT));
            }
            for (String pronoun : PRONOUNS) {
                for (String before : List.of(joint, stem + "ون", stem + "و", dual + "ان")) {
                    forms.putIfAbsent(person + before + pronoun, new Inflection(Form.IMPERFECT, true, false, false));
                }
            }
        }
    }

    /** The jussive of a hollow verb: يزور, لم يزر. */
    private static String hollow(String core) {
        int middle = core.length() - 2;
        return middle > 0 && "اوي".indexOf(core.charAt(middle)) >= 0
                ? core.substring(0, middle) + core.charAt(core.length() - 1)
                : core;
    }

    private static boolean weakEnd(String perfect) {
        return perfect.endsWith("ى") || perfect.length() == 3 && perfect.endsWith("ا");
    }

    /** Forms of a noun by spelling, without article and prefixes; several words make a phrase, of which the first bends. */
    static Map<String, Inflection> noun(String lemma) {
        Map<String, Inflection> forms = new LinkedHashMap<>();
        forms.put(lemma, Inflection.of(Form.NOUN));
        if (!lemma.contains(" ")) {
            forms.put(lemma + "ا", Inflection.of(Form.NOUN)); // the accusative
            String stem = lemma.endsWith("ة") ? lemma.substring(0, lemma.length() - 1) + "ت" : lemma;
            Inflection owned = new Inflection(Form.NOUN, false, true, true);
            for (String pronoun : PRONOUNS) {
                forms.put(stem + pronoun, owned);
                if (lemma.endsWith("ء")) {
                    String before = lemma.substring(0, lemma.length() - 1);
                    forms.put(before + "ئ" + pronoun, owned);
                    forms.put(before + "ؤ" + pronoun, owned);
                }
            }
        }
        return forms;
    }
}
