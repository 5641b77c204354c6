package khabar.merge;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * How much speaks for two reports being of one event: points for each part that agrees, in the manner of Fellegi and
 * Sunter (A Theory for Record Linkage, 1969), whose weights are logarithms of how much rarer an agreement is by chance.
 * The weights are set by hand and rounded: a named person is rarer than a state, a town than a country, a day than a month.
 *
 * @param score in points; {@link #ENOUGH} is needed
 * @param agreed the parts that spoke for it
 */
record Likeness(double score, Set<Part> agreed) {
    /** So much makes two reports of a known day one event: the day, and two more points. */
    static final double ENOUGH = 5;

    /** So much is needed where one of them does not tell the day: place and people must speak for it. */
    static final double ENOUGH_WITHOUT_DAY = 6;

    private static final double SAME_MODE = 0.5;
    private static final double SAME_DAY = 3;
    private static final double SAME_INTERVAL = 2;
    private static final double SAME_MONTH = 1.5;
    private static final double SAME_YEAR = 0.5;
    private static final double DAY_IN_WINDOW = 1;
    private static final double SAME_TOWN = 3;
    private static final double SAME_COUNTRY = 0.5;
    private static final double TOWN_IN_COUNTRY = 1;
    private static final double SAME_PERSON = 2;
    private static final double SAME_ORGANISATION = 1;
    private static final double SAME_STATE_BEHIND = 0.5;
    private static final double SAME_SECTOR = 0.5;
    private static final double SIDE_AT_MOST = 4;
    private static final double ONE_STORY = 4;
    private static final double SAME_TOLL = 1.5;
    private static final double IN_CONFLICT = -1;

    /** Two copies of one story may count "on Monday" from different days of printing. */
    private static final long DAYS_BETWEEN_COPIES = 2;

    /** What reports can have in common. */
    enum Part {
        TYPE,
        MODE,
        DATE,
        PLACE,
        ACTOR,
        RECIPIENT,
        STORY,
        TOLL,
        DECISION
    }

    Likeness {
        agreed = Set.copyOf(agreed);
    }

    /**
     * How much speaks for two claims being of one event.
     *
     * @param copies whether the reports stand in copies of one story
     * @return empty where something speaks against it that nothing outweighs
     */
    static Optional<Likeness> of(Claim one, Claim other, World world, boolean copies) {
        if (!one.kind().agrees(other.kind())) {
            return Optional.empty();
        }
        Points points = new Points();
        points.add(Part.TYPE, 0);
        if (one.kind().sameMode(other.kind())) {
            points.add(Part.MODE, SAME_MODE);
        }
        if (copies) {
            points.add(Part.STORY, ONE_STORY);
        }
        if (one.toll().isTellingAs(other.toll())) {
            points.add(Part.TOLL, SAME_TOLL);
        }
        boolean fits = parties(one, other, world, points)
                && (copies || points.has(Part.ACTOR) || points.has(Part.RECIPIENT) || points.has(Part.TOLL))
                && time(one.when(), other.when(), copies, points)
                && place(one, other, world, copies, points);
        return fits ? Optional.of(new Likeness(points.sum, points.agreed)) : Optional.empty();
    }

    private static boolean time(When one, When other, boolean copies, Points points) {
        if (!one.token().isEmpty() && one.token().equals(other.token())) {
            points.add(
                    Part.DATE,
                    switch (one.precision()) {
                        case DAY -> SAME_DAY;
                        case INTERVAL -> SAME_INTERVAL;
                        case MONTH -> SAME_MONTH;
                        case YEAR -> SAME_YEAR;
                        case UNKNOWN -> 0;
                    });
            return true;
        }
        if (one.isDay() && other.isDay()) {
            points.sum += IN_CONFLICT;
            return copies
                    && Math.abs(ChronoUnit.DAYS.between(
                                    one.first().orElseThrow(), other.first().orElseThrow()))
                            <= DAYS_BETWEEN_COPIES;
        }
        if (one.mayBe(other) || other.mayBe(one)) {
            if (!one.token().isEmpty() && !other.token().isEmpty()) {
                points.add(Part.DATE, DAY_IN_WINDOW);
            }
            return true;
        }
        return copies && one.token().isEmpty() && other.token().isEmpty();
    }

    private static boolean place(Claim one, Claim other, World world, boolean copies, Points points) {
        if (one.place().isEmpty() || other.place().isEmpty()) {
            return true;
        }
        Node here = one.place().get();
        Node there = other.place().get();
        if (here.equals(there)) {
            points.add(Part.PLACE, world.isCountry(here) ? SAME_COUNTRY : SAME_TOWN);
            return true;
        }
        if (world.within(here, there) || world.within(there, here)) {
            points.add(Part.PLACE, TOWN_IN_COUNTRY);
            return true;
        }
        points.sum += IN_CONFLICT;
        return copies
                || world.country(here).isPresent()
                        && world.country(here).equals(world.country(there))
                        && onePairOfPersons(one, other, world);
    }

    /** Two people do not meet twice on one day in two towns of one country: reports disagree about the town. */
    private static boolean onePairOfPersons(Claim one, Claim other, World world) {
        Set<Node> people = one.all().named();
        return people.size() == 2
                && one.when().isDay()
                && one.when().token().equals(other.when().token())
                && people.equals(other.all().named())
                && people.stream().allMatch(world::isPerson);
    }

    private static boolean parties(Claim one, Claim other, World world, Points points) {
        return one.kind().mutual() && other.kind().mutual()
                ? side(one.all(), other.all(), Part.ACTOR, world, points)
                : side(one.actors(), other.actors(), Part.ACTOR, world, points)
                        && side(one.recipients(), other.recipients(), Part.RECIPIENT, world, points);
    }

    /** Who is named by one only may have been left out by the other; not so where each names someone the other does not. */
    private static boolean side(Claim.Side one, Claim.Side other, Part part, World world, Points points) {
        Set<Node> same = new HashSet<>(one.named());
        same.retainAll(other.named());
        double sum = same.stream()
                .mapToDouble(actor -> world.isPerson(actor) ? SAME_PERSON : SAME_ORGANISATION)
                .sum();
        List<Node> left = but(one.named(), same);
        List<Node> right = but(other.named(), same);
        int behind = 0;
        for (Node actor : List.copyOf(left)) {
            Optional<Node> stand = right.stream()
                    .filter(candidate -> standsFor(actor, one, candidate, other, world))
                    .findFirst();
            if (stand.isPresent()) {
                left.remove(actor);
                right.remove(stand.get());
                behind++;
            }
        }
        sum += behind * SAME_STATE_BEHIND;
        if (!left.isEmpty() && !right.isEmpty()) {
            if (same.size() < 2 || Math.max(left.size(), right.size()) > same.size()) {
                return false;
            }
            sum += IN_CONFLICT;
        }
        if (one.groups().stream().anyMatch(other.groups()::contains)) {
            sum += SAME_SECTOR;
        }
        if (sum > 0) {
            points.add(part, Math.min(sum, SIDE_AT_MOST));
        }
        return true;
    }

    /** A state and its army, or its head: reports name the one for the other. Two bodies of one state are two. */
    private static boolean standsFor(Node one, Claim.Side side, Node other, Claim.Side otherSide, World world) {
        return (world.isState(one) || world.isState(other))
                && world.actsFor(one, side).stream().anyMatch(world.actsFor(other, otherSide)::contains);
    }

    private static List<Node> but(Set<Node> all, Set<Node> some) {
        List<Node> others = new ArrayList<>(all);
        others.removeAll(some);
        others.sort(java.util.Comparator.comparing(Node::getURI));
        return others;
    }

    private static final class Points {
        private double sum;
        private final Set<Part> agreed = EnumSet.noneOf(Part.class);

        void add(Part part, double points) {
            sum += points;
            agreed.add(part);
        }

        boolean has(Part part) {
            return agreed.contains(part);
        }
    }
}
