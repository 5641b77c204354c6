package khabar.merge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import khabar.text.Normaliser;

/** PLOVER's sectors for people without a name, so that مسلحون and gunmen are known to be of one kind. */
final class Sectors {
    private static final Map<String, String> BY_WORD = load("ar", "en");

    private Sectors() {}

    /** Of words as an article has them, as in {@code 235 people}; empty where no word of them is known. */
    static Optional<String> of(String words) {
        return Arrays.stream(Normaliser.normal(words).split("[^\\p{L}\\p{N}]+"))
                .flatMap(word -> Optional.ofNullable(BY_WORD.get(word)).stream())
                .findFirst();
    }

    private static Map<String, String> load(String... languages) {
        Map<String, String> byWord = new HashMap<>();
        for (String language : languages) {
            String file = "/patterns/agents-" + language + ".tsv";
            text(file)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("\t"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> Arrays.stream(row[0].split(","))
                            .map(String::strip)
                            .forEach(form -> byWord.putIfAbsent(Normaliser.normal(form), row[1].strip())));
        }
        return Map.copyOf(byWord);
    }

    private static String text(String file) {
        try (InputStream in = Sectors.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
