package khabar.gazetteer;

/** A name in one language (BCP 47 tag). */
public record Name(String text, String language) {
    /** Whether it is written in Arabic letters, whatever the language. */
    boolean isArabic() {
        return text.codePoints().filter(Character::isLetter).findFirst().stream()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    }
}
