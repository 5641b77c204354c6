package khabar.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts names in the gold, names found and names right, by type; a name is right where span and type are. */
final class Score {
    private final Map<MentionType, int[]> counts = new EnumMap<>(MentionType.class);

    /** With {@code -Dkhabar.errors=true} what is wrong is told at the end. */
    private static final boolean TELL = Boolean.getBoolean("khabar.errors");

    private final Map<String, Integer> wrong = new TreeMap<>();

    void add(Corpus.Document document, Set<Corpus.Name> found) {
        add(document, document.names(), found);
    }

    /** Where only some of the names that the document has marked are asked for. */
    void add(Corpus.Document document, Collection<Corpus.Name> gold, Set<Corpus.Name> found) {
        gold.forEach(name -> count(name)[0]++);
        found.forEach(name -> {
            count(name)[1]++;
            count(name)[2] += gold.contains(name) ? 1 : 0;
        });
        if (TELL) {
            tell("+ ", document, found, gold);
            tell("- ", document, gold, found);
        }
    }

    private void tell(String sign, Corpus.Document document, Collection<Corpus.Name> of, Collection<Corpus.Name> not) {
        of.stream()
                .filter(name -> !not.contains(name))
                .forEach(name ->
                        wrong.merge(sign + name.type() + " " + name.span().of(document.body()), 1, Integer::sum));
    }

    void add(Score other) {
        other.counts.forEach((type, count) -> {
            int[] sum = counts.computeIfAbsent(type, made -> new int[3]);
            for (int i = 0; i < 3; i++) {
                sum[i] += count[i];
            }
        });
    }

    private int[] count(Corpus.Name name) {
        return counts.computeIfAbsent(name.type(), type -> new int[3]);
    }

    void print(String what, Set<MentionType> types) {
        int[] all = new int[3];
        counts.forEach((type, count) -> {
            if (types.contains(type)) {
                line(what, type.word(), count);
                for (int i = 0; i < 3; i++) {
                    all[i] += count[i];
                }
            }
        });
        line(what, "all", all);
        wrong.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(150)
                .forEach(entry -> System.out.println("  " + entry.getValue() + " " + entry.getKey()));
    }

    private static void line(String what, String type, int[] count) {
        double precision = count[1] == 0 ? 0 : 100.0 * count[2] / count[1];
        double recall = count[0] == 0 ? 0 : 100.0 * count[2] / count[0];
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        System.out.printf(
                "%-62s %-13s P %5.1f  R %5.1f  F1 %5.1f  (%s; %d in gold)%n",
                what, type, precision, recall, f1, Figures.OF_NAMES.beside(what + ", " + type, f1), count[0]);
    }
}
