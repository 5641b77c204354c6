package khabar.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Triple;

/**
 * Why a report is held to be of its event: the other report of the event that it is most like, in what the two agree, and
 * by how many points; and that an editor put it together with others, which may not be like it at all.
 */
record Reasons(Links links, Rulings rulings) {
    private static final String AN_EDITOR = word(Likeness.Part.DECISION);

    private record Why(Told other, Likeness likeness) {}

    List<Triple> of(List<Told> reports) {
        List<Triple> triples = new ArrayList<>();
        for (Told told : reports) {
            Optional<Why> why = best(told, reports);
            Optional<Told> decided = putTogetherWith(told, reports);
            why.map(Why::other)
                    .or(() -> decided)
                    .ifPresent(other -> triples.add(Triple.create(told.report(), Kh.nearestReport, other.report())));
            why.ifPresent(best -> {
                triples.add(Triple.create(
                        told.report(),
                        Kh.mergeScore,
                        Literals.decimal(best.likeness().score())));
                best.likeness()
                        .agreed()
                        .forEach(part ->
                                triples.add(Triple.create(told.report(), Kh.agreesOn, Literals.string(word(part)))));
            });
            decided.ifPresent(
                    other -> triples.add(Triple.create(told.report(), Kh.agreesOn, Literals.string(AN_EDITOR))));
        }
        return triples;
    }

    private static String word(Likeness.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Told> putTogetherWith(Told told, List<Told> reports) {
        return rulings.together(told)
                .flatMap(key -> reports.stream()
                        .filter(other -> !other.report().equals(told.report())
                                && rulings.together(other).equals(Optional.of(key)))
                        .findFirst());
    }

    /** Only the first report of each claim is looked at: others of the same claim are as much like it. */
    private Optional<Why> best(Told told, List<Told> reports) {
        List<Told> others = new ArrayList<>();
        Set<Claim> seen = new HashSet<>();
        for (Told other : reports) {
            if (!other.report().equals(told.report()) && seen.add(other.claim())) {
                others.add(other);
            }
        }
        return others.stream()
                .flatMap(other -> links
                        .likeness(
                                told.claim(),
                                other.claim(),
                                told.telling().story().equals(other.telling().story()))
                        .map(likeness -> new Why(other, likeness))
                        .stream())
                .max(Comparator.<Why>comparingDouble(why -> why.likeness().score())
                        .thenComparing(why -> why.other(), Comparator.reverseOrder()));
    }
}
