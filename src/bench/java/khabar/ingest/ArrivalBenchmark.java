package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.article.ArticleFiles;
import khabar.article.Form;
import khabar.article.Parsed;
import khabar.gazetteer.Gazetteer;
import khabar.graph.ArticleGraph;
import khabar.graph.ArticleMapper;
import khabar.graph.Run;
import khabar.merge.Merger;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.junit.jupiter.api.Test;

/**
 * What one more article costs a large archive, by the processor time of the thread that merges and writes it: {@code mvn -Pbench
 * verify -Dtest=ArrivalBenchmark -Dkhabar.bench.store=store -Dkhabar.articles=100000}. The store is one that {@link BulkBenchmark}'s
 * articles were loaded into, the first so many; it holds more of them afterwards.
 */
class ArrivalBenchmark {
    private static final int THERE = Integer.getInteger("khabar.articles", 100_000);
    private static final int WARM = Integer.getInteger("khabar.bench.warm", 2_000);
    private static final int MEASURED = 500;

    private final Gazetteer gazetteer = Gazetteer.load();

    @Test
    void table() throws IOException {
        String place = System.getProperty("khabar.bench.store", "");
        assertThat(place).as("-Dkhabar.bench.store=a store that has the first articles").isNotEmpty();
        List<ArticleGraph> articles = read();
        Merger merger = new Merger(Base.LOCAL, Clock.systemUTC());
        try (Store store = Store.open(new StoreSettings(Path.of(place)), Base.LOCAL)) {
            double[] merging = new double[articles.size()];
            double[] writing = new double[articles.size()];
            for (int i = 0; i < articles.size(); i++) {
                ArticleGraph article = articles.get(i);
                long before = processorTime();
                long[] merged = new long[1];
                store.write(present -> {
                    Changes changes = merger.replace(present, article);
                    merged[0] = processorTime();
                    return changes;
                });
                merging[i] = (merged[0] - before) / 1e6;
                writing[i] = (processorTime() - before) / 1e6;
            }
            System.out.printf("%nOne more article, %d there, milliseconds of processor time%n", THERE);
            line("merging", merging);
            line("the whole write", writing);
        }
    }

    private static void line(String name, double[] taken) {
        double[] sorted = Arrays.copyOfRange(taken, WARM, taken.length);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f, half of them below %.2f, p99 %.2f, most %.2f%n",
                name,
                Arrays.stream(sorted).average().orElseThrow(),
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }

    private List<ArticleGraph> read() throws IOException {
        Reader reader = Reader.of(gazetteer);
        ArticleMapper mapper = new ArticleMapper(Base.LOCAL, gazetteer, Clock.systemUTC(), source -> Optional.empty());
        Run run = Run.of(reader.version(), gazetteer.version(), Clock.systemUTC());
        MadeNews news = new MadeNews(1, gazetteer);
        String lines = IntStream.range(THERE, THERE + WARM + MEASURED)
                .mapToObj(news::line)
                .collect(Collectors.joining("\n"));
        List<ArticleGraph> articles = new ArrayList<>();
        ArticleFiles.read(
                "made",
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                Form.JSON,
                parsed -> {
                    if (parsed instanceof Parsed.Accepted accepted) {
                        articles.add(mapper.map(reader.read(accepted.article()), run));
                    }
                });
        return articles;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
