package khabar.event;

/**
 * What the form of a trigger tells.
 *
 * @param object whether an object pronoun is attached ("imposed-it")
 * @param possessor whether a possessive pronoun is attached ("his-visit")
 * @param definite whether the noun carries the article
 */
record Inflection(Form form, boolean object, boolean possessor, boolean definite) {
    /** Tense and voice as far as the letters show them. */
    enum Form {
        PERFECT,
        IMPERFECT,
        FUTURE,
        /** Arabic "li-" with an imperfect; English "to" is a word of its own. */
        PURPOSE,
        /** A form that can only be passive. */
        PASSIVE,
        /** English -ed, -en: past or passive, the words around decide. */
        PARTICIPLE,
        GERUND,
        BASE,
        NOUN
    }

    static Inflection of(Form form) {
        return new Inflection(form, false, false, false);
    }

    Inflection with(Form other) {
        return new Inflection(other, object, possessor, definite);
    }

    Inflection made(boolean nowDefinite) {
        return new Inflection(form, object, possessor, definite || nowDefinite);
    }

    boolean isNoun() {
        return form == Form.NOUN;
    }
}
