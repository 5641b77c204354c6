package khabar.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whole names of people and organisations that are listed in one script only, found by a name in the other. Candidates
 * share the {@link Transliteration#key}; what is not alike is left out.
 */
final class Transliterations {
    /** Of one part there are too many that sound alike. */
    private static final int FEWEST_PARTS = 2;
    /** Two bearers as alike as this are not told apart. */
    private static final double AS_GOOD = 0.05;

    private static final double LEAST = 0.75;
    /** However alike: a name in its own script is surer. */
    static final double MOST = 0.99;

    private final Map<String, List<Listed>> arabic = new HashMap<>();
    private final Map<String, List<Listed>> latin = new HashMap<>();

    private final Supplier<Stream<Entry>> entries;
    private volatile boolean made;

    private record Listed(Entry entry, NameParts name) {}

    /** An entry and how alike its name is. */
    record Scored(Entry entry, double likeness) {}

    /** @param entries are looked through when the first name is asked for, not before: starting is to be quick */
    Transliterations(Supplier<Stream<Entry>> entries) {
        this.entries = entries;
    }

    private void make() {
        if (!made) {
            synchronized (this) {
                if (!made) {
                    entries.get()
                            .filter(entry -> !(entry instanceof Entry.Place))
                            .forEach(this::add);
                    made = true;
                }
            }
        }
    }

    private void add(Entry entry) {
        if (none(entry, Name::isArabic)) {
            add(entry, latin);
        } else if (none(entry, Predicate.not(Name::isArabic))) {
            add(entry, arabic);
        }
    }

    private static boolean none(Entry entry, Predicate<Name> script) {
        return entry.names().stream().noneMatch(script);
    }

    private static void add(Entry entry, Map<String, List<Listed>> index) {
        for (Name name : entry.names()) {
            NameParts parts = NameParts.of(Spellings.normals(name.text()));
            if (parts.size() >= FEWEST_PARTS) {
                index.computeIfAbsent(parts.key(), key -> new ArrayList<>(1)).add(new Listed(entry, parts));
            }
        }
    }

    /**
     * Who may bear the name, the likeliest alone or with those as likely; empty where nobody does, or nobody wanted: names are
     * compared letter by letter only where there is somebody to find.
     */
    List<Scored> of(List<String> normals, Predicate<Entry> wanted) {
        make();
        NameParts asked = NameParts.of(normals);
        if (asked.size() < FEWEST_PARTS) {
            return List.of();
        }
        boolean isArabic = NameParts.isArabic(asked.joined(0, 1));
        List<Listed> all = (isArabic ? latin : arabic).getOrDefault(asked.key(), List.of());
        if (all.stream().map(Listed::entry).noneMatch(wanted)) {
            return List.of();
        }
        Map<Entry, Double> best = new HashMap<>();
        for (Listed listed : all) {
            double likeness = isArabic
                    ? Transliteration.likeness(asked, listed.name())
                    : Transliteration.likeness(listed.name(), asked);
            if (likeness >= LEAST) {
                best.merge(listed.entry(), likeness, Math::max);
            }
        }
        Optional<Double> top = best.values().stream().max(Comparator.naturalOrder());
        return best.entrySet().stream()
                .filter(found -> found.getValue() >= top.orElseThrow() - AS_GOOD)
                .map(found -> new Scored(found.getKey(), found.getValue()))
                .sorted(Comparator.comparingDouble(Scored::likeness)
                        .reversed()
                        .thenComparing(found -> found.entry().entity().key()))
                .toList();
    }
}
