package khabar.names.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be done to a word before it is cut into pieces, as it was done to the text that the model learnt from. */
enum Normalisation {
    NFKC,
    LOWER_CASE,
    STRIP_ACCENTS,
    DROP_DIACRITICS,
    DROP_TATWEEL,
    FOLD_ALIF,
    FOLD_YEH,
    FOLD_TEH_MARBUTA;

    String of(String word) {
        return switch (this) {
            case NFKC -> Normalizer.normalize(word, Normalizer.Form.NFKC);
            case LOWER_CASE -> word.toLowerCase(Locale.ROOT);
            case STRIP_ACCENTS ->
                Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
            case DROP_DIACRITICS -> word.replaceAll("[\\u064B-\\u065F\\u0670\\u06D6-\\u06ED]+", "");
            case DROP_TATWEEL -> word.replace("\u0640", "");
            case FOLD_ALIF -> word.replaceAll("[\\u0622\\u0623\\u0625\\u0671]", "\u0627");
            case FOLD_YEH -> word.replace('\u0649', '\u064A');
            case FOLD_TEH_MARBUTA -> word.replace('\u0629', '\u0647');
        };
    }

    /** As in {@code plugin.yaml}: {@code fold-alif}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Normalisation> named(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Normalisation::word).collect(Collectors.joining(", "));
    }
}
