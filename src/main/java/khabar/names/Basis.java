package khabar.names;

/** What a mention was linked by. */
public enum Basis {
    /** The gazetteer lists the name as it stands there. */
    NAME,
    /** The name differs by a letter from one that the article has elsewhere. */
    SPELLING,
    /** The name is a listed one written in another script. */
    TRANSLITERATION,
    /** The surname of someone whom the article names in full. */
    SURNAME,
    /** A title and a surname: whoever bears both. */
    TITLE,
    /** An office without a name: its holder on the day of publication. */
    OFFICE,
    /** A noun and a nationality: "Syrian army", "the Syrian capital". */
    COMPOSED,
    /** A capital that stands for its government. */
    CAPITAL,
    /** A country that acts as a state. */
    STATE,
    /** A noun that takes up an organisation named before. */
    TAKEN_UP,
    /** An editor says so. */
    EDITOR
}
