package khabar.merge;

import static khabar.merge.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import khabar.store.Store;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What looks like one event and is not: the same people in the same place on the next days, as in talks that go on and on,
 * or in a siege; and others in the same place on the same day. Reports leave out what reports leave out.
 */
class NearMissTest {
    private static final List<String> PEOPLE = List.of("anna", "boris", "clara", "daud", "emil", "farah");
    private static final List<String> TYPES = List.of("CONSULT", "ASSAULT", "PROTEST", "AGREE", "COERCE", "ACCUSE");

    private record Happening(String type, List<String> actors, List<String> recipients, LocalDate day, String place) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noTwoDaysAndNoTwoPairsAreOneEvent(long seed) {
        Random random = new Random(seed);
        List<Happening> happenings = happenings(random);
        List<Story> stories = new ArrayList<>();
        Map<String, Integer> truth = new HashMap<>();
        for (int i = 0; i < happenings.size(); i++) {
            for (int copy = 0; copy < 4; copy++) {
                String key = "a" + i + "x" + copy;
                Happening happening = happenings.get(i);
                truth.put(key, i);
                stories.add(Story.of(key, happening.day().plusDays(copy).toString(), told(happening, random)));
            }
        }
        Collections.shuffle(stories, random);
        Map<Node, Set<Integer>> mixed = new HashMap<>();
        try (Store store = Store.empty(BASE)) {
            Merger merger = new Merger(BASE, Clock.systemUTC());
            stories.forEach(story -> store.write(present -> merger.replace(present, story.graph())));
            store.read(present -> {
                stories.forEach(story -> present.find(BASE.graph("events"), story.report(10), Kh.reportOf, Node.ANY)
                        .forEachRemaining(quad -> mixed.computeIfAbsent(quad.getObject(), first -> new TreeSet<>())
                                .add(truth.getOrDefault(story.key(), -1))));
                return mixed;
            });
        }
        assertThat(mixed.values()).as("seed %d: %s", seed, happenings).allMatch(of -> of.size() == 1);
        assertThat(mixed).as("most are merged at all").hasSizeLessThan(3 * happenings.size());
    }

    /** Each of three sorts of event on five days on end, and on the first day between others, too. */
    private static List<Happening> happenings(Random random) {
        List<Happening> happenings = new ArrayList<>();
        for (int sort = 0; sort < 3; sort++) {
            List<String> people = new ArrayList<>(PEOPLE);
            Collections.shuffle(people, random);
            String type = TYPES.get((sort + random.nextInt(2)) % TYPES.size());
            LocalDate first = LocalDate.of(2017, 9, 1 + random.nextInt(20));
            for (int day = 0; day < 5; day++) {
                happenings.add(new Happening(
                        type, people.subList(0, 1), people.subList(1, 2), first.plusDays(day), "town-" + sort));
            }
            happenings.add(new Happening(type, people.subList(2, 3), people.subList(3, 4), first, "town-" + sort));
        }
        return happenings;
    }

    /** One in three leaves out the place, one in four the other side: never both. */
    private static Story.Tale told(Happening happening, Random random) {
        boolean nowhere = random.nextInt(3) == 0;
        boolean alone = !nowhere && random.nextInt(4) == 0;
        return new Story.Tale(
                10,
                happening.type(),
                Optional.empty(),
                happening.actors(),
                alone ? List.of() : happening.recipients(),
                Optional.of(happening.day().toString()),
                nowhere ? Optional.empty() : Optional.of(happening.place()),
                Kh.Happened);
    }
}
