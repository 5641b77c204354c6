package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;

/** Where an event was: what its clause says after "in", "near" and their like, or the place that the action fell on. */
final class PlaceReader {
    private static final Set<String> PREPOSITIONS = Set.of(
            "في", "قرب", "داخل", "وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "ب", "خارج",
            "قباله", "in", "at", "near", "inside", "outside", "around", "across");
    private static final Set<String> DIRECTIONS = Set.of(
            "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "north", "south", "east", "west");
    private static final Set<String> BACKGROUND =
            Set.of("ردا", "احتجاجا", "تضامنا", "عقب", "اثر", "following", "over", "after", "بعد");
    private static final Set<String> WHY = Set.of("response", "retaliation", "protest", "return", "exchange");
    private static final int LONGEST_CHAIN = 6;

    private final World world;

    PlaceReader(World world) {
        this.world = world;
    }

    /**
     * @param objects places that the action falls on
     * @param purpose a place that the purpose names: it counts where the clause names none
     */
    Optional<Phrase> read(Clause clause, List<Phrase> objects, Optional<Phrase> purpose) {
        List<Phrase> candidates = new ArrayList<>(objects);
        Line line = clause.line();
        int background = background(clause);
        line.phrases().stream()
                .filter(p -> p.start() >= clause.trigger().last() && p.start() < background && locates(line, p))
                .forEach(candidates::add);
        line.phrases().reversed().stream()
                .filter(p -> p.last() <= clause.trigger().first() && p.start() >= clause.from() && locates(line, p))
                .forEach(candidates::add);
        if (candidates.isEmpty()) {
            line.phrases().stream()
                    .filter(p -> p.start() >= background && p.start() < clause.to() && locates(line, p))
                    .forEach(candidates::add);
        }
        return candidates.stream()
                .findFirst()
                .map(first -> mostSpecific(first, candidates))
                .or(() -> purpose);
    }

    /** Where the clause begins to tell why, as in "in response to an attack in X"; its end where it does not. */
    private static int background(Clause clause) {
        List<String> normals = clause.line().normals();
        for (int i = clause.trigger().last(); i < clause.to(); i++) {
            String next = i + 1 < clause.to() ? normals.get(i + 1) : "";
            boolean begins = BACKGROUND.contains(normals.get(i))
                    || normals.get(i).equals("ردا") && next.equals("علي")
                    || normals.get(i).equals("in") && WHY.contains(next);
            if (begins) {
                return i;
            }
        }
        return clause.to();
    }

    private static boolean locates(Line line, Phrase phrase) {
        return phrase.isPlace()
                && !phrase.attachment().nested()
                && (PREPOSITIONS.contains(phrase.preposition())
                        || phrase.start()
                                        < phrase.link().orElseThrow().mention().first()
                                && DIRECTIONS.contains(line.normals().get(phrase.start())));
    }

    /** "In Syria ... in the city of X": X, if it lies in Syria. */
    private Phrase mostSpecific(Phrase first, List<Phrase> candidates) {
        Phrase best = first;
        for (Phrase other : candidates) {
            if (holds(best, other)) {
                best = other;
            }
        }
        return best;
    }

    private boolean holds(Phrase outer, Phrase inner) {
        return outer.place().isPresent()
                && inner.place().isPresent()
                && !outer.place().get().entity().equals(inner.place().get().entity())
                && within(inner.place().get(), outer.place().get().entity());
    }

    /** Whether a place lies in another, by the gazetteer. */
    boolean within(Entry.Place inner, Entity outer) {
        Entry.Place at = inner;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            if (at.entity().equals(outer)) {
                return true;
            }
            Optional<Entry> container = at.within().flatMap(world::entry);
            if (container.isEmpty() || !(container.get() instanceof Entry.Place place)) {
                return false;
            }
            at = place;
        }
        return false;
    }
}
