package khabar.merge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What of an event tells which story it is part of. An event without a day, month or short interval is part of none, and
 * neither is one that no report says more of than that it may be.
 *
 * @param day the first on which it may have been
 * @param parties who took part, whatever their role
 * @param lands the countries of the parties, as places
 * @param place where it was
 */
record StoryTraits(Node event, LocalDate day, Set<Node> parties, Set<Node> lands, Optional<Node> place, World world)
        implements Comparable<StoryTraits> {
    /** By these properties an event is part of a story. */
    static final Set<Node> TELLING =
            Set.of(Kh.eventType, Kh.status, Kh.actor, Kh.recipient, Kh.place, Kh.begin, Kh.end, Kh.datePrecision);

    /** Of a longer time it cannot be said what came before it. */
    private static final long LONGEST = 31;

    /** Of more things than this only the first make pairs. */
    private static final int PAIRED = 8;

    private static final Comparator<StoryTraits> ORDER = Comparator.comparing(StoryTraits::day)
            .thenComparing(traits -> traits.event().getURI());

    StoryTraits {
        parties = sorted(parties);
        lands = sorted(lands);
    }

    /** Empty where the event is part of no story, or is no event any more. */
    static Optional<StoryTraits> read(Graph events, Node event, World world) {
        Said said = Said.of(events, event);
        Optional<LocalDate> day = beginning(said);
        if (day.isEmpty()
                || said.all(Kh.eventType).isEmpty()
                || said.all(Kh.status).stream().allMatch(Kh.Hypothetical::equals)) {
            return Optional.empty();
        }
        Set<Node> parties = new LinkedHashSet<>(said.all(Kh.actor));
        parties.addAll(said.all(Kh.recipient));
        Set<Node> lands =
                parties.stream().flatMap(party -> world.land(party).stream()).collect(Collectors.toSet());
        return Optional.of(new StoryTraits(event, day.get(), parties, lands, said.one(Kh.place), world));
    }

    private static Optional<LocalDate> beginning(Said said) {
        Optional<LocalDate> begin = said.text(Kh.begin).map(LocalDate::parse);
        return switch (said.text(Kh.datePrecision).orElse("unknown")) {
            case "day", "month" -> begin;
            case "interval" ->
                begin.filter(first -> said.text(Kh.end)
                        .map(LocalDate::parse)
                        .filter(last -> ChronoUnit.DAYS.between(first, last) < LONGEST)
                        .isPresent());
            default -> Optional.empty();
        };
    }

    /** The country in which it was. */
    Optional<Node> placeLand() {
        return place.flatMap(world::country);
    }

    /** Countries that it has to do with: those of its parties and that in which it was. */
    Set<Node> involved() {
        Set<Node> involved = sorted(lands);
        placeLand().ifPresent(involved::add);
        return involved;
    }

    /**
     * Pairs of things that say together what a story is about: two parties, a party and another's country, a party and a
     * town. What follows from one another, as a person and the person's country, is no pair. Without the base: pairs are
     * the same under another one.
     */
    List<String> pairs(Base base) {
        List<Node> things = new ArrayList<>(parties);
        things.addAll(involved());
        place.filter(at -> !world.isCountry(at)).ifPresent(things::add);
        List<Node> some = things.stream().distinct().limit(PAIRED).toList();
        List<String> pairs = new ArrayList<>();
        for (Node one : some) {
            for (Node other : some) {
                if (one.getURI().compareTo(other.getURI()) < 0 && !implies(one, other) && !implies(other, one)) {
                    pairs.add(local(base, one) + " " + local(base, other));
                }
            }
        }
        return pairs;
    }

    private boolean implies(Node thing, Node land) {
        return world.land(thing).filter(land::equals).isPresent() || world.within(thing, land);
    }

    private static String local(Base base, Node thing) {
        return thing.getURI().replace(base.iri() + "id/", "");
    }

    private static Set<Node> sorted(Collection<Node> nodes) {
        Set<Node> sorted = new TreeSet<>(Comparator.comparing(Node::toString));
        sorted.addAll(nodes);
        return sorted;
    }

    /** In the order in which a story tells them. */
    @Override
    public int compareTo(StoryTraits other) {
        return ORDER.compare(this, other);
    }
}
