package khabar.browse;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import khabar.app.Khabar;
import khabar.app.command.Settings;
import khabar.merge.GeneratedNews;
import khabar.merge.Merger;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * What the server takes to make one page about a thing, from the request to the last byte, where the store holds a million
 * statements ({@code -Dkhabar.pages.articles=3000}), or where a store lies ({@code -Dkhabar.pages.store=DIR}): {@code mvn -Pbench verify -Dtest=PagesBenchmark}. Things are picked at
 * random among those of a kind, the busiest first among them; each page is asked for once, after others have warmed up.
 */
class PagesBenchmark {
    private static final int ARTICLES = Integer.getInteger("khabar.pages.articles", 3_000);
    private static final int WARM = 150;
    private static final int MEASURED = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Took(String path, double wall, double processor) {}

    @Test
    void table(@TempDir Path folder) throws IOException {
        Path place = Optional.ofNullable(System.getProperty("khabar.pages.store"))
                .map(Path::of)
                .orElse(folder.resolve("store"));
        Map<String, List<String>> paths;
        try (Store store = Store.open(new StoreSettings(place), Base.LOCAL)) {
            if (place.startsWith(folder)) {
                new GeneratedNews(Base.LOCAL, 1, ARTICLES)
                        .into(store, new Merger(Base.LOCAL, Clock.systemUTC()), 0, ARTICLES);
            }
            System.out.printf("%n%,d statements%n", store.census().triples());
            paths = store.read(present -> Map.of(
                    "event", paths(present.find(Node.ANY, Node.ANY, Rdf.type, Kh.Event)),
                    "person", paths(present.find(Node.ANY, Node.ANY, Rdf.type, Kh.Person)),
                    "organisation", paths(present.find(Node.ANY, Node.ANY, Rdf.type, Kh.Organisation)),
                    "article", paths(present.find(Node.ANY, Node.ANY, Rdf.type, Kh.Article)),
                    "place", places(present.find(Node.ANY, Node.ANY, Kh.place, Node.ANY))));
        }
        try (ConfigurableApplicationContext server = Khabar.start(new Settings(
                place, Optional.empty(), Map.of("server.port", "0", "khabar.sample", "false")))) {
            MockMvcTester browser = MockMvcTester.from((WebApplicationContext) server);
            System.out.printf(
                    "Making a page, milliseconds%n%n%-14s%8s%8s%8s%8s%12s%8s  %s%n",
                    "kind", "pages", "median", "p95", "most", "processor", "p95", "the longest");
            // Else the kind that comes first pays for what all share.
            paths.values().forEach(some -> mixed(some).stream().limit(WARM).forEach(path -> ask(browser, path)));
            paths.forEach((kind, some) -> line(browser, kind, some));
        }
    }

    private static void line(MockMvcTester browser, String kind, List<String> paths) {
        List<String> mixed = mixed(paths);
        for (int i = 0; i < WARM; i++) {
            ask(browser, mixed.get(i % mixed.size()));
        }
        List<Took> taken = mixed.stream()
                .skip(WARM % mixed.size())
                .limit(MEASURED)
                .map(path -> ask(browser, path))
                .toList();
        double[] wall = taken.stream().mapToDouble(Took::wall).sorted().toArray();
        double[] processor = taken.stream().mapToDouble(Took::processor).sorted().toArray();
        Took longest = taken.stream()
                .max((one, other) -> Double.compare(one.processor(), other.processor()))
                .orElseThrow();
        System.out.printf(
                "%-14s%8d%8.1f%8.1f%8.1f%12.1f%8.1f  %s%n",
                kind,
                wall.length,
                at(wall, 0.5),
                at(wall, 0.95),
                at(wall, 1),
                Arrays.stream(processor).average().orElse(0),
                at(processor, 0.95),
                longest.path());
    }

    private static List<String> mixed(List<String> paths) {
        List<String> mixed = new ArrayList<>(paths);
        Collections.shuffle(mixed, new Random(1));
        return mixed;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
    }

    private static Took ask(MockMvcTester browser, String path) {
        long began = System.nanoTime();
        long computed = THREADS.getCurrentThreadCpuTime();
        int status = browser.get()
                .uri(URI.create("/page/" + path))
                .accept("text/html")
                .exchange()
                .getResponse()
                .getStatus();
        if (status != 200) {
            throw new AssertionError(status + " for " + path);
        }
        return new Took(path, (System.nanoTime() - began) / 1e6, (THREADS.getCurrentThreadCpuTime() - computed) / 1e6);
    }

    private static List<String> paths(java.util.Iterator<Quad> quads) {
        return Iter.iter(quads).map(quad -> path(quad.getSubject())).distinct().toList();
    }

    private static List<String> places(java.util.Iterator<Quad> quads) {
        return Iter.iter(quads).map(quad -> path(quad.getObject())).distinct().toList();
    }

    private static String path(Node thing) {
        return thing.getURI().substring(thing.getURI().indexOf("/id/") + "/id/".length());
    }
}
