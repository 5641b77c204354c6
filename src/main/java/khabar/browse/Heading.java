package khabar.browse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import khabar.store.NamedQuery;

/**
 * What a query file says of itself in one language. The heading of a file holds its lines in English and in Arabic; they
 * are told apart by their letters.
 *
 * @param comment empty where there is none
 */
record Heading(String title, String comment) {
    private static final String GIVEN = "given:";

    static Heading of(NamedQuery query, Locale locale) {
        boolean arabic = locale.getLanguage().equals("ar");
        List<String> lines = query.text()
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .filter(line -> !line.startsWith(GIVEN))
                .filter(line -> arabic == line.codePoints().anyMatch(Heading::isArabic))
                .toList();
        return lines.isEmpty()
                ? new Heading(query.title(), query.comment())
                : new Heading(lines.getFirst(), lines.stream().skip(1).collect(Collectors.joining(" ")));
    }

    private static boolean isArabic(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
    }
}
