package khabar.merge;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;

/**
 * That one event goes on from an earlier one, with what speaks for it, in points. One thing in common is never enough:
 * the same president meets many. It takes a second party, a second country, the same place, or articles that tell both;
 * what speaks against it is that each has someone the other has not, and the days between.
 *
 * @param score in points; {@link #ENOUGH} is needed
 * @param parties who took part in both
 * @param lands countries that both have to do with, other than those of the parties that they share
 * @param place the same place, or the closest that holds both and is no country
 * @param articles those of the later event that tell of the earlier one too, one for each story
 */
record StoryLink(
        StoryTraits earlier,
        StoryTraits later,
        double score,
        List<Node> parties,
        List<Node> lands,
        Optional<Node> place,
        List<Node> articles) {
    static final double ENOUGH = 3;

    /** No story goes on after so many days of silence. */
    static final long LONGEST_GAP = 90;

    /** The strongest first; of equals the closest in time. */
    static final Comparator<StoryLink> FIRST = Comparator.comparingDouble((StoryLink link) -> -link.score())
            .thenComparingLong(StoryLink::days)
            .thenComparing(StoryLink::earlier, Comparator.reverseOrder());

    private static final double PERSON = 2;
    private static final double ORGANISATION = 1.5;
    private static final double STATE = 1;
    private static final double TOGETHER = 0.5;
    private static final double STRANGERS = -1.5;
    private static final double SAME_TOWN = 2;
    private static final double SAME_AREA = 1;
    private static final double SAME_COUNTRY = 0.5;
    private static final double TOLD_AT_MOST = 2;
    private static final double DAYS_FOR_A_POINT = 60;

    StoryLink {
        parties = List.copyOf(parties);
        lands = List.copyOf(lands);
        articles = List.copyOf(articles);
    }

    /** Empty where too little speaks for it. */
    static Optional<StoryLink> of(StoryTraits earlier, StoryTraits later, List<Node> articles) {
        if (earlier.compareTo(later) >= 0 || between(earlier, later) > LONGEST_GAP) {
            return Optional.empty();
        }
        World world = later.world();
        List<Node> parties =
                later.parties().stream().filter(earlier.parties()::contains).toList();
        Set<Node> covered = new TreeSet<>(Comparator.comparing(Node::toString));
        parties.forEach(party -> world.land(party).ifPresent(covered::add));
        List<Node> lands = Stream.concat(
                        later.lands().stream().filter(earlier.involved()::contains),
                        earlier.lands().stream().filter(later.involved()::contains))
                .filter(land -> !covered.contains(land))
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
        int things = parties.size() + lands.size();
        if (things == 0) {
            return Optional.empty();
        }
        covered.addAll(lands);
        Optional<Node> place =
                earlier.place().flatMap(there -> later.place().flatMap(here -> common(there, here, world)));
        double score = parties.stream()
                        .mapToDouble(party -> points(party, world))
                        .sum()
                + lands.size() * STATE
                + (things - 1) * TOGETHER
                + (hasStranger(earlier, parties, covered) && hasStranger(later, parties, covered) ? STRANGERS : 0)
                + place.map(at -> world.isCountry(at) ? SAME_COUNTRY : closeness(at, earlier, later))
                        .orElse(0.0)
                + Math.min(articles.size(), TOLD_AT_MOST)
                - between(earlier, later) / DAYS_FOR_A_POINT;
        return score < ENOUGH
                ? Optional.empty()
                : Optional.of(new StoryLink(
                        earlier,
                        later,
                        Math.round(score * 100) / 100.0,
                        parties,
                        lands,
                        place.filter(at -> !world.isCountry(at)),
                        articles));
    }

    long days() {
        return between(earlier, later);
    }

    private static long between(StoryTraits earlier, StoryTraits later) {
        return ChronoUnit.DAYS.between(earlier.day(), later.day());
    }

    private static double points(Node party, World world) {
        return world.isPerson(party) ? PERSON : world.isState(party) ? STATE : ORGANISATION;
    }

    /** Whether it has someone with whom the other has nothing to do. */
    private static boolean hasStranger(StoryTraits traits, List<Node> shared, Set<Node> lands) {
        return traits.parties().stream()
                .filter(party -> !shared.contains(party))
                .anyMatch(party ->
                        traits.world().land(party).filter(lands::contains).isEmpty());
    }

    /** The closest place that is or holds both. */
    private static Optional<Node> common(Node one, Node other, World world) {
        List<Node> others = world.chain(other);
        return new ArrayList<>(world.chain(one))
                .stream().filter(others::contains).findFirst();
    }

    private static double closeness(Node common, StoryTraits one, StoryTraits other) {
        return one.place().equals(other.place())
                        && one.place().filter(common::equals).isPresent()
                ? SAME_TOWN
                : SAME_AREA;
    }

    /** Its address: that of the later event's key, and the earlier one's. */
    Node name(Base base) {
        return base.id("storylink", key(later, base) + "-" + key(earlier, base));
    }

    private static String key(StoryTraits traits, Base base) {
        return base.parse(traits.event().getURI())
                .map(Base.Local::key)
                .orElseThrow(() -> new IllegalArgumentException("not an event of ours: " + traits.event()));
    }
}
