package khabar.merge;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import khabar.graph.ArticleGraph;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What adding one article costs where many are there: {@code mvn -Pbench verify -Dtest=MergeBenchmark -Dkhabar.articles=30000}.
 * In processor time of the thread that does it. The store is on disk and is filled with {@link GeneratedNews}, many articles a
 * transaction, by the merging that is measured; at each size some more are then added one by one. The last round is profiled
 * into {@code target/merge.jfr}.
 */
class MergeBenchmark {
    private static final int ARTICLES = Integer.getInteger("khabar.articles", 10_000);
    private static final int WARM = 200;
    private static final int MEASURED = 500;

    private final GeneratedNews news = new GeneratedNews(Base.LOCAL, 1, ARTICLES);
    private final Merger merger = new Merger(Base.LOCAL, Clock.systemUTC());

    @Test
    void table(@TempDir Path folder) throws IOException, ParseException {
        System.out.printf(
                "%nAdding one article, milliseconds of processor time%n%n%-10s%10s%10s%10s%12s%10s%10s%n",
                "articles", "merging", "p99", "most", "whole write", "p99", "most");
        try (Store store = Store.open(new StoreSettings(folder), Base.LOCAL)) {
            int there = 0;
            for (int size : IntStream.of(1_000, 3_000, 10_000, 30_000, 100_000)
                    .filter(size -> size <= ARTICLES)
                    .toArray()) {
                news.into(store, merger, there, size - WARM - MEASURED);
                add(store, size - WARM - MEASURED, size - MEASURED);
                boolean last = size * 2 > ARTICLES;
                double[][] taken;
                try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
                    if (last) {
                        recording.start();
                    }
                    taken = add(store, size - MEASURED, size);
                    if (last) {
                        recording.dump(Path.of("target/merge.jfr"));
                    }
                }
                System.out.printf("%-10d", size);
                for (double[] one : taken) {
                    Arrays.sort(one);
                    System.out.printf(
                            "%10.2f%10.2f%10.2f  ",
                            Arrays.stream(one).average().orElseThrow(),
                            one[(int) (one.length * 0.99)],
                            one[one.length - 1]);
                }
                System.out.println();
                there = size;
            }
        }
    }

    /** Merging alone, and the whole write with it, in milliseconds. */
    private double[][] add(Store store, int from, int to) {
        double[] merging = new double[to - from];
        double[] writing = new double[to - from];
        for (int i = from; i < to; i++) {
            ArticleGraph article = news.article(i);
            long before = processorTime();
            long[] merged = new long[1];
            store.write(present -> {
                Changes changes = merger.replace(present, article);
                merged[0] = processorTime();
                return changes;
            });
            merging[i - from] = (merged[0] - before) / 1e6;
            writing[i - from] = (processorTime() - before) / 1e6;
        }
        return new double[][] {merging, writing};
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
