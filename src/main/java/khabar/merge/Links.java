package khabar.merge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which claims may be of one event; each pair is compared once. */
final class Links {
    private final World world;
    private final Keys keys;
    private final Map<Claim, Set<String>> standing = new HashMap<>();
    private final Map<Claim, Set<String>> near = new HashMap<>();
    private final Map<Pair, Optional<Likeness>> known = new HashMap<>();

    Links(World world, Keys keys) {
        this.world = world;
        this.keys = keys;
    }

    private record Pair(Claim one, Claim other, boolean copies) {}

    World world() {
        return world;
    }

    Set<String> standing(Claim claim) {
        return standing.computeIfAbsent(claim, keys::of);
    }

    Set<String> near(Claim claim) {
        return near.computeIfAbsent(claim, keys::near);
    }

    /** Empty where they cannot be of one event. */
    Optional<Likeness> likeness(Claim one, Claim other, boolean copies) {
        Optional<Likeness> there = known.get(new Pair(other, one, copies));
        return there != null
                ? there
                : known.computeIfAbsent(new Pair(one, other, copies), pair -> Likeness.of(one, other, world, copies));
    }

    /** Empty where too little speaks for it, or they would not have found each other. */
    Optional<Likeness> link(Claim one, Claim other, boolean copies) {
        return likeness(one, other, copies)
                .filter(likeness -> likeness.score() >= Likeness.ENOUGH)
                .filter(likeness -> copies
                        || near(one).stream().anyMatch(standing(other)::contains)
                        || near(other).stream().anyMatch(standing(one)::contains));
    }
}
