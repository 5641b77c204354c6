package khabar.names.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What may be done to a word before it is cut into pieces, as it was done to the text that the model learnt from. */
enum Normalisation {
    NFKC(word -> Normalizer.normalize(word, Normalizer.Form.NFKC)),
    LOWER_CASE(word -> word.toLowerCase(Locale.ROOT)),
    STRIP_ACCENTS(word -> Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "")),
    DROP_DIACRITICS(word -> word.replaceAll("[\\u064B-\\u065F\\u0670\\u06D6-\\u06ED]+", "")),
    DROP_TATWEEL(word -> word.replace("\u0640", "")),
    FOLD_ALIF(word -> word.replaceAll("[\\u0622\\u0623\\u0625\\u0671]", "\u0627")),
    FOLD_YEH(word -> word.replace('\u0649', '\u064A')),
    FOLD_TEH_MARBUTA(word -> word.replace('\u0629', '\u0647'));

    private final UnaryOperator<String> step;

    Normalisation(UnaryOperator<String> step) {
        this.step = step;
    }

    String of(String word) {
        return step.apply(word);
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
