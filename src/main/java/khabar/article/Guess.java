package khabar.article;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * In what encoding bytes are written that are not UTF-8, told by the frequencies of their letters.
 *
 * <p>Chosen: certain are windows-1256 and ISO-8859-6 for Arabic and windows-1252 for the languages of western Europe, and
 * only where the detection is clear and the text that comes out has no letters where no word has them. A wrong guess turns
 * names into other names, which is worse than a refusal.
 *
 * @param certain whether the text may be read so
 */
record Guess(Charset charset, boolean certain) {
    /** ICU looks at no more bytes. */
    private static final int SAMPLE = 8000;
    /** In per cent. */
    private static final int LEAST_CONFIDENCE = 45;
    /** How much surer than of the next language; the sister encodings of one language come close to each other. */
    private static final int CLEARLY = 2;

    private static final Set<String> ARABIC = Set.of("windows-1256", "ISO-8859-6");
    private static final Set<String> WESTERN = Set.of("windows-1252", "ISO-8859-1");

    /** What other western encodings look like in this one: a capital within a word, or alone where no language has it. */
    private static final Pattern IMPOSSIBLE = Pattern.compile("(?<=\\p{Ll})[\u00C0-\u00DE\u0160\u0178\u017D]"
            + "|[\u00C0-\u00DE\u0160\u0178\u017D](?=\\p{Lu}\\p{Ll})"
            + "|(?<=\\s)[\u00C1-\u00C8\u00CA-\u00DE\u0160\u0178\u017D\u00D7](?=\\s)"
            + "|[\u0080-\u009F\u00C0-\u00FF]{4}");

    private static final Pattern ARABIC_WORD = Pattern.compile("\\p{IsArabic}{2}");

    /** Empty where nothing is likely. */
    static Optional<Guess> of(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(telling(bytes));
        List<CharsetMatch> matches = Arrays.asList(detector.detectAll());
        return matches.stream()
                .findFirst()
                .filter(match -> match.getLanguage() != null && match.getConfidence() >= LEAST_CONFIDENCE)
                .filter(match -> Charset.isSupported(match.getName()))
                .map(match -> of(match, bytes, isClear(matches)));
    }

    /** What is said of bytes that are not what they should be; empty where nothing is likely. */
    static String hint(byte[] bytes) {
        return of(bytes).map(guess -> "; it looks like " + guess.charset()).orElse("");
    }

    private static Guess of(CharsetMatch match, byte[] bytes, boolean clear) {
        boolean western = WESTERN.contains(match.getName());
        // ISO-8859-1 is the part of windows-1252 without typographic quotes.
        Charset charset = Charset.forName(western ? "windows-1252" : match.getName());
        boolean known = western || ARABIC.contains(match.getName());
        Optional<String> text = known && clear ? Decoded.strict(bytes, charset) : Optional.empty();
        return new Guess(
                charset,
                text.filter(given -> western ? isWestern(given) : isArabic(given))
                        .isPresent());
    }

    /** Whether the best match is much better than the best one of another language. */
    private static boolean isClear(List<CharsetMatch> matches) {
        CharsetMatch best = matches.getFirst();
        return matches.stream()
                .filter(match -> !best.getLanguage().equals(match.getLanguage()))
                .allMatch(match -> match.getConfidence() * CLEARLY <= best.getConfidence());
    }

    private static boolean isWestern(String text) {
        return !IMPOSSIBLE.matcher(text).find();
    }

    /** Whether most of what is no ASCII is Arabic. */
    private static boolean isArabic(String text) {
        long strange =
                text.codePoints().filter(c -> c > 0x7F && Character.isLetter(c)).count();
        long arabic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC && Character.isLetter(c))
                .count();
        return ARABIC_WORD.matcher(text).find() && arabic * 10 >= strange * 9;
    }

    /** The lines that tell: those with a byte that is no ASCII. */
    private static byte[] telling(byte[] bytes) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream(SAMPLE);
        int start = 0;
        boolean telling = false;
        for (int i = 0; i <= bytes.length && sample.size() < SAMPLE; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                if (telling) {
                    sample.write(bytes, start, Math.min(i + 1, bytes.length) - start);
                }
                start = i + 1;
                telling = false;
            } else {
                telling |= bytes[i] < 0;
            }
        }
        return sample.toByteArray();
    }
}
