package khabar.text;

/** A language by its BCP 47 tag. Arabic and English are read in full, others by gazetteer only. */
public record Language(String tag) {
    public static final Language ARABIC = new Language("ar");
    public static final Language ENGLISH = new Language("en");
    /** No language could be told. */
    public static final Language UNKNOWN = new Language("und");

    public boolean isArabic() {
        return tag.equals("ar") || tag.startsWith("ar-");
    }

    public boolean isEnglish() {
        return tag.equals("en") || tag.startsWith("en-");
    }
}
