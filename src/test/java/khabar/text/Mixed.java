package khabar.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts thrown together from all that a wire article may hold: the same text for the same seed. */
final class Mixed {
    private static final List<String> PIECES = List.of(
            "دمشق",
            "وبالعراق",
            "مُحَمَّد",
            "ســـوريا",
            "إلى",
            "\uFEFB",
            "\uFEE3\uFEBC\uFEAE",
            "\uFDFA",
            "\u064B",
            "١٢٫٥",
            "۱۴۰۰",
            "سبتمبر/ايلول",
            "د.",
            "می\u200Cرود",
            "\u200F",
            "\u202B",
            "\u202C",
            "\uFEFF",
            "\u00AD",
            "Deir",
            "ez-Zor",
            "U.S.",
            "-led",
            "People's",
            "Şanlıurfa",
            "e\u0301",
            "Straße",
            "Æsir",
            "O\u2019Brien",
            "Gen.",
            "Москва",
            "北京",
            "\uD83D\uDE00",
            "F16",
            "3.5",
            "2017-09-12",
            "12/9/2017",
            "%",
            "-",
            "–",
            "/",
            "'",
            "\u2019s",
            "\u00AB",
            "\u00BB",
            "\"",
            "(",
            ")",
            ".",
            "!",
            "؟",
            "?",
            "…",
            "،",
            " ",
            " ",
            " ",
            " ",
            "\u00A0",
            "\t",
            "\n",
            "\r\n",
            "\n \n");

    private Mixed() {}

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** Some hundred pieces, half of them parted by a blank. */
    static String text(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 20 + random.nextInt(100))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())) + (random.nextBoolean() ? " " : ""))
                .collect(Collectors.joining());
    }
}
