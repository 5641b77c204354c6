package khabar.merge;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.graph.ArticleGraph;
import khabar.store.Store;
import khabar.text.Sketch;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes first, comes together, is read again or is taken out on the way: the same articles give the same events and
 * storylines.
 */
class MergeOrderTest {
    private static final List<String> PLACES = List.of("damascus", "aleppo", "syria", "");
    private static final List<String> PEOPLE = List.of("anna", "boris", "dark-c", "dora");

    /** An article and what {@link Story} cannot tell: reports of another precision, and a text that others copy. */
    private record Variant(Story story, List<String> precisions, long text) {
        ArticleGraph graph() {
            ArticleGraph made = story.graph();
            Graph graph = made.graph();
            for (int i = 0; i < precisions.size(); i++) {
                Node report = story.report(story.tales().get(i).offset());
                precise(graph, report, precisions.get(i));
            }
            Sketch.of(words(text)).ifPresent(sketch -> {
                graph.add(story.node(), Kh.textSketch, Literals.string(sketch.written()));
                sketch.standing(story.published().map(LocalDate::parse))
                        .forEach(key -> graph.add(story.node(), Kh.shingle, Literals.integer(key)));
            });
            for (String town : List.of("damascus", "aleppo")) {
                made.gazetteer().add(BASE.id("place", town), Kh.within, BASE.id("place", "syria"));
            }
            made.gazetteer().add(BASE.id("place", "syria"), Kh.feature, Literals.string("country"));
            return made;
        }

        private static void precise(Graph graph, Node report, String precision) {
            List<Node> begin = graph.find(report, Kh.reportedBegin, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .toList();
            if (precision.equals("month") && !begin.isEmpty()) {
                LocalDate day = LocalDate.parse(begin.getFirst().getLiteralLexicalForm());
                graph.remove(report, Kh.reportedBegin, Node.ANY);
                graph.remove(report, Kh.reportedEnd, Node.ANY);
                graph.remove(report, Kh.datePrecision, Node.ANY);
                graph.add(report, Kh.reportedBegin, Literals.date(day.withDayOfMonth(1)));
                graph.add(report, Kh.reportedEnd, Literals.date(day.withDayOfMonth(day.lengthOfMonth())));
                graph.add(report, Kh.datePrecision, Literals.string("month"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOrderOfArrivalDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Variant> last = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            last.add(any("a" + i, random));
        }
        try (Store once = Store.empty(BASE);
                Store often = Store.empty(BASE)) {
            put(once, last);
            for (Variant variant : last) {
                if (random.nextBoolean()) {
                    put(often, List.of(any(variant.story().key(), random)));
                }
                if (random.nextInt(4) == 0) {
                    remove(often, variant.story().key());
                }
            }
            Collections.shuffle(last, random);
            putTogether(often, last, random);
            assertThat(current(often)).as("seed %d", seed).isEqualTo(current(once));

            Collections.shuffle(last, random);
            List<Variant> gone = last.subList(0, 7);
            gone.forEach(variant -> remove(often, variant.story().key()));
            List<Variant> left = last.subList(7, last.size());
            try (Store never = Store.empty(BASE)) {
                put(never, left);
                assertThat(current(often)).as("seed %d, with seven less", seed).isEqualTo(current(never));
            }
        }
    }

    /** An archive that an earlier program made has other keys: with its articles read anew, copies that came since are found. */
    @Test
    void copiesAreFoundAgainWhereAnArticleIsLookedUpByOtherKeysThanBefore() {
        Random random = new Random(1);
        Variant first = new Variant(any("a1", random).story().publishedOn("2017-09-11"), List.of(), 0);
        Variant copy = new Variant(any("a2", random).story().publishedOn("2017-09-12"), List.of(), 0);
        ArticleGraph earlier = first.graph();
        earlier.graph().remove(first.story().node(), Kh.shingle, Node.ANY);
        earlier.graph().add(first.story().node(), Kh.shingle, Literals.integer(17));
        Merger merger = new Merger(BASE, Clock.systemUTC());
        try (Store store = Store.empty(BASE);
                Store fresh = Store.empty(BASE)) {
            store.write(present -> merger.replace(present, earlier));
            put(store, List.of(copy));
            assertThat(current(store)).noneMatch(quad -> quad.getPredicate().equals(Kh.copyOf));
            put(store, List.of(first));
            put(fresh, List.of(first, copy));
            assertThat(current(store))
                    .anyMatch(quad -> quad.getPredicate().equals(Kh.copyOf))
                    .isEqualTo(current(fresh));
        }
    }

    private static Variant any(String key, Random random) {
        List<Story.Tale> tales = new ArrayList<>();
        List<String> precisions = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            List<String> people = new ArrayList<>(PEOPLE);
            Collections.shuffle(people, random);
            int actors = random.nextInt(3);
            Story.Tale visit = visit(
                    10 * i + 5,
                    random.nextInt(5) == 0 ? "" : "2017-09-1" + random.nextInt(3),
                    PLACES.get(random.nextInt(PLACES.size())));
            boolean talks = random.nextInt(3) > 0;
            tales.add(new Story.Tale(
                    visit.offset(),
                    talks ? "CONSULT" : "ASSAULT",
                    random.nextBoolean() ? Optional.of(talks ? "CONSULT-visit" : "ASSAULT-aerial") : Optional.empty(),
                    List.copyOf(people.subList(0, actors)),
                    List.copyOf(people.subList(actors, actors + random.nextInt(2))),
                    visit.day(),
                    visit.place(),
                    random.nextInt(6) == 0 ? Kh.Planned : Kh.Happened));
            precisions.add(random.nextInt(5) == 0 ? "month" : "day");
        }
        Story story = new Story(
                key,
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of("2017-09-1" + random.nextInt(4)),
                "source-" + random.nextInt(3),
                random.nextBoolean() ? "ar" : "en",
                List.copyOf(tales));
        return new Variant(story, precisions, random.nextInt(8));
    }

    /** The first two texts are copies of each other, and so are the next two; one is too short to tell. */
    private static String words(long text) {
        Random random = new Random(text / 2);
        int from = text % 2 == 0 ? 0 : 30;
        return text == 7
                ? "too short"
                : IntStream.range(0, 120)
                        .mapToObj(i -> "w" + random.nextInt(5_000))
                        .skip(from)
                        .collect(Collectors.joining(" "));
    }

    private static void put(Store store, List<Variant> variants) {
        Merger merger = new Merger(BASE, Clock.systemUTC());
        variants.forEach(variant -> store.write(present -> merger.replace(present, variant.graph())));
    }

    /** Some at once, then some more. */
    private static void putTogether(Store store, List<Variant> variants, Random random) {
        Merger merger = new Merger(BASE, Clock.systemUTC());
        for (int from = 0, to; from < variants.size(); from = to) {
            to = Math.min(variants.size(), from + 1 + random.nextInt(9));
            List<ArticleGraph> some =
                    variants.subList(from, to).stream().map(Variant::graph).toList();
            store.write(present -> merger.replaceAll(present, some));
        }
    }

    private static void remove(Store store, String key) {
        store.write(present -> new Merger(BASE, Clock.systemUTC()).remove(present, key));
    }

    /** All of the events, the storylines and the copies, but the addresses that were replaced. */
    private static Set<Quad> current(Store store) {
        return store.read(present -> {
            Set<Quad> quads = new HashSet<>();
            present.find(BASE.graph("events"), Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            present.find(BASE.graph("storylines"), Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            quads.removeIf(quad -> quad.getPredicate().equals(Dct.isReplacedBy));
            present.find(BASE.graph("copies"), Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            return quads;
        });
    }
}
