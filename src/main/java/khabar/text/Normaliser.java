package khabar.text;

import java.text.Normalizer;
import java.util.Arrays;
import khabar.article.Span;

/**
 * The normal form of a text, for matching only: diacritics, tatweel and invisible marks dropped; {@code أإآٱ} to
 * {@code ا}, {@code ى ئ} to {@code ي}, {@code ؤ} to {@code و}, {@code ة} to {@code ه}, Persian letters to their Arabic
 * ones, Arabic-Indic digits to ASCII; Latin letters in lower case without accents and apostrophes.
 */
public final class Normaliser {
    private Normaliser() {}

    /**
     * A normal form and the way back.
     *
     * @param offsets for each character of {@code text} the offset in the raw text of the character it came from, and
     *     as the last element the length of the raw text
     */
    @SuppressWarnings("ArrayRecordComponent") // one int a character: a list would cost ten times as much
    public record Normalised(String text, int[] offsets) {
        /** The stretch of the raw text that a stretch of the normal form came from; a ligature is never cut. */
        public Span raw(Span normal) {
            int end = normal.end();
            while (end > normal.start() && end < text.length() && offsets[end] == offsets[end - 1]) {
                end++;
            }
            return new Span(offsets[normal.start()], offsets[end]);
        }
    }

    /** The normal form alone. */
    public static String normal(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isPlain(c)) {
                text.append(c);
            } else {
                text.append(folded(c));
            }
        }
        return text.toString();
    }

    /** Letters of which most words are made, whose normal form they are. */
    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 0x0627 && c <= 0x0648 && c != 0x0629 && c != 0x0640 && (c <= 0x063A || c >= 0x0641);
    }

    /** The normal form and the way back. */
    public static Normalised normalise(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int[] offsets = new int[raw.length() + 1];
        int size = 0;
        for (int i = 0; i < raw.length(); i++) {
            String folded = folded(raw.charAt(i));
            for (int j = 0; j < folded.length(); j++) {
                if (size + 1 >= offsets.length) {
                    offsets = Arrays.copyOf(offsets, offsets.length * 2);
                }
                offsets[size++] = i;
                text.append(folded.charAt(j));
            }
        }
        offsets[size] = raw.length();
        return new Normalised(text.toString(), Arrays.copyOf(offsets, size + 1));
    }

    private static String folded(char c) {
        if (c < 0x80) {
            return c == '\'' || c == '`' ? "" : String.valueOf(Character.toLowerCase(c));
        }
        if (isDropped(c)) {
            return "";
        }
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> "ا";
            case 'ى', 'ئ', 'ی', 'ې', 'ے' -> "ي";
            case 'ؤ', 'ۆ', 'ۇ' -> "و";
            case 'ة', 'ہ', 'ە', 'ۀ', 'ھ' -> "ه";
            case 'ک', 'گ' -> "ك";
            case 'چ' -> "ج";
            case 'پ' -> "ب";
            case 'ڤ' -> "ف";
            default -> other(c);
        };
    }

    private static String other(char c) {
        if (Character.digit(c, 10) >= 0) {
            return String.valueOf((char) ('0' + Character.digit(c, 10)));
        }
        if (isPresentation(c)) {
            // The isolated form of a diacritic is a blank that carries it: no blank stood there.
            String composed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                    .stripLeading();
            return composed.equals(String.valueOf(c)) ? composed : normal(composed);
        }
        if (c >= 0xC0 && c <= 0x24F || c >= 0x1E00 && c <= 0x1EFF || c == 0x212A || c == 0x212B) {
            return latin(c);
        }
        return String.valueOf(Character.toLowerCase(c));
    }

    /** Ligatures, positional forms and full-width forms. */
    private static boolean isPresentation(char c) {
        return c >= 0xFB00 && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC || c >= 0xFF01 && c <= 0xFF5E;
    }

    private static String latin(char c) {
        return switch (c) {
            case 'ı', 'İ' -> "i";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            default -> {
                char plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0);
                yield plain == c ? String.valueOf(Character.toLowerCase(c)) : folded(plain);
            }
        };
    }

    /** Diacritics, tatweel, marks of direction, and the apostrophes of transliteration. */
    private static boolean isDropped(char c) {
        return c >= 0x064B && c <= 0x065F
                || c == 0x0670
                || c == 0x0640
                || c >= 0x06D6 && c <= 0x06ED
                || c >= 0x0300 && c <= 0x036F
                || c >= 0x200B && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x061C
                || c == 0xFEFF
                || c == 0x00AD
                || c == 0x2018
                || c == 0x2019
                || c == 0x02BB
                || c == 0x02BC
                || c == 0x02BE
                || c == 0x02BF;
    }
}
