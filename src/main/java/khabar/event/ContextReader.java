package khabar.event;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import khabar.gazetteer.Entry;
import khabar.text.Clitics;

/** What an event is about, by the words of its sentence and by who takes part. */
final class ContextReader {
    private final Map<String, Context> words = new HashMap<>();

    ContextReader() {
        for (List<String> row : PatternFile.rows("contexts")) {
            Context context = Context.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            Stream.of(row.get(1), row.get(2))
                    .flatMap(PatternFile::list)
                    .map(PatternFile::normal)
                    .forEach(word -> words.putIfAbsent(word, context));
        }
    }

    Set<Context> read(Line line, Pattern pattern, List<Phrase> parties) {
        Set<Context> contexts = EnumSet.noneOf(Context.class);
        contexts.addAll(pattern.contexts());
        for (int i = 0; i < line.size(); i++) {
            String next = i + 1 < line.size() ? " " + stem(line.normals().get(i + 1)) : "";
            for (Clitics.Candidate candidate : Clitics.of(line.normals().get(i))) {
                String stem = stem(candidate.rest());
                Context context = words.getOrDefault(stem + next, words.get(stem));
                if (context != null) {
                    contexts.add(context);
                    break;
                }
            }
        }
        boolean military = parties.stream()
                .flatMap(phrase -> phrase.entry().stream())
                .anyMatch(entry -> entry instanceof Entry.Organisation organisation
                        && organisation.codes().contains("MIL"));
        if (military) {
            contexts.add(Context.MILITARY);
        }
        return contexts;
    }

    private static String stem(String word) {
        return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
    }
}
