package khabar.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;

/**
 * A {@code .rq} file, parsed once at the start.
 *
 * @param name folder and file without suffix, as in {@code page/article}
 * @param title what it answers: the first line
 * @param comment further lines of the heading, empty where there are none
 * @param given the variables that whoever runs it gives values for
 * @param text the file as it is
 */
public record NamedQuery(String name, String title, String comment, List<String> given, String text, Query query) {
    private static final String GIVEN = "given:";

    public NamedQuery {
        given = List.copyOf(given);
    }

    /** The first line of the heading in one of the two languages; they are told apart by their letters. */
    public Optional<String> titleIn(String language) {
        return text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .filter(line -> !line.startsWith(GIVEN))
                .filter(line -> language.equals("ar") == line.codePoints().anyMatch(NamedQuery::isArabic))
                .findFirst();
    }

    private static boolean isArabic(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
    }

    /** Reads the heading: {@code # Title}, {@code # comment}, {@code # given: ?entity ?lang}. */
    static NamedQuery of(String name, String text) {
        List<String> heading = text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .toList();
        if (heading.isEmpty() || heading.getFirst().isEmpty()) {
            throw new IllegalStateException(
                    "query " + name + " does not say what it answers: no \"# Title\" in its first line");
        }
        List<String> given = heading.stream()
                .filter(line -> line.startsWith(GIVEN))
                .flatMap(line -> Arrays.stream(line.substring(GIVEN.length()).split("[\\s,]+")))
                .filter(Predicate.not(String::isEmpty))
                .map(variable -> variable.replaceFirst("^[?$]", ""))
                .toList();
        String comment = heading.stream()
                .skip(1)
                .filter(line -> !line.startsWith(GIVEN))
                .collect(Collectors.joining(" "))
                .strip();
        try {
            return new NamedQuery(name, heading.getFirst(), comment, given, text, QueryFactory.create(text));
        } catch (QueryParseException wrong) {
            throw new IllegalStateException("query " + name + ": " + wrong.getMessage(), wrong);
        }
    }
}
