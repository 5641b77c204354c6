package khabar.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;

/**
 * Under which keys a report is looked up: family of type, time, and one thing more that must agree. Only reports that share
 * a key are ever compared, so that the store is never gone through; the thing is a town, a person, a pair of organisations,
 * or an organisation and a country, for less than that never is {@link Likeness#ENOUGH}.
 *
 * <p>A report that does not tell its day stands under a mark for every sixteen days that it may be in, and days of a
 * report's window are looked up one by one.
 */
record Keys(Base base, World world) {
    /** Of more organisations only the first make pairs. */
    private static final int PAIRED = 5;

    private static final int BUCKET = 16;

    /** Those that stand on the event of a report. */
    Set<String> of(Claim claim) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> things = things(claim);
        if (!claim.when().token().isEmpty()) {
            add(keys, claim, claim.when().token(), things);
        }
        windows(claim.when()).forEach(window -> add(keys, claim, window, things));
        return keys;
    }

    /** Those of reports that may be of the same event. */
    Set<String> near(Claim claim) {
        List<String> things = things(claim);
        Set<String> keys = new LinkedHashSet<>();
        if (!claim.when().token().isEmpty()) {
            add(keys, claim, claim.when().token(), things);
        }
        if (claim.when().isDay()) {
            add(keys, claim, window(claim.when().first().orElseThrow()), things);
        } else if (claim.when().isWindow()) {
            claim.when()
                    .first()
                    .orElseThrow()
                    .datesUntil(claim.when().last().orElseThrow().plusDays(1))
                    .forEach(day -> add(keys, claim, day.toString(), things));
        }
        return keys;
    }

    private static void add(Collection<String> keys, Claim claim, String time, List<String> things) {
        things.forEach(thing -> keys.add(claim.kind().family() + " " + time + " " + thing));
    }

    private static Stream<String> windows(When when) {
        return when.isWindow()
                ? when.first()
                        .orElseThrow()
                        .datesUntil(when.last().orElseThrow().plusDays(1))
                        .map(Keys::window)
                        .distinct()
                : Stream.empty();
    }

    private static String window(LocalDate day) {
        return "~" + Math.floorDiv(day.toEpochDay(), BUCKET);
    }

    private List<String> things(Claim claim) {
        List<Node> named = claim.all().named().stream()
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .toList();
        List<Node> bodies = named.stream()
                .filter(actor -> !world.isPerson(actor))
                .limit(PAIRED)
                .toList();
        List<String> things = new ArrayList<>();
        claim.place().filter(place -> !world.isCountry(place)).ifPresent(place -> things.add(local(place)));
        named.stream().filter(world::isPerson).map(this::local).forEach(things::add);
        for (int i = 0; i < bodies.size(); i++) {
            for (int j = i + 1; j < bodies.size(); j++) {
                things.add(local(bodies.get(i)) + " " + local(bodies.get(j)));
            }
            String body = local(bodies.get(i));
            claim.place()
                    .map(place -> world.chain(place).getLast())
                    .ifPresent(outer -> things.add(body + " " + local(outer)));
        }
        return things;
    }

    /** Without the base: keys are the same under another one. */
    private String local(Node thing) {
        return thing.getURI().startsWith(base.iri())
                ? thing.getURI().substring(base.iri().length() + "id/".length())
                : thing.getURI();
    }
}
