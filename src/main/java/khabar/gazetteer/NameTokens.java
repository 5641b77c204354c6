package khabar.gazetteer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a name as the tokeniser cuts text, so that both meet. */
final class NameTokens {
    private NameTokens() {}

    static List<String> of(String name) {
        return split(normal(name));
    }

    static String joined(String name) {
        return String.join(" ", of(name));
    }

    private static List<String> split(String normal) {
        List<String> tokens = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= normal.length(); i++) {
            boolean inside = i < normal.length() && Character.isLetterOrDigit(normal.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                tokens.add(normal.substring(start, i));
                start = -1;
            }
        }
        return tokens;
    }

    private static String normal(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{Cf}\\u0640'’‘ʼ`ʻʿʾ]", "")
                .replaceAll("[ٱ]", "ا")
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace('ک', 'ك')
                .replace('ی', 'ي');
        return folded.toLowerCase(Locale.ROOT);
    }
}
