package khabar.export;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import khabar.merge.GeneratedNews;
import khabar.merge.Merger;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of a generated store beside Jena's own writers on the same store, in turns: {@code mvn -Pbench verify
 * -Dtest=ExportBenchmark}. What counts is the time of the processor; what is written goes nowhere.
 */
class ExportBenchmark {
    private static final int ARTICLES = Integer.getInteger("khabar.bench.articles", 3_000);
    private static final int ROUNDS = 3;

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    @Test
    void table(@TempDir Path folder) throws IOException {
        Path place = Optional.ofNullable(System.getProperty("khabar.bench.store"))
                .map(Path::of)
                .orElse(folder);
        boolean made = Files.exists(place.resolve("store.properties"));
        try (Store store = Store.open(new StoreSettings(place), Base.LOCAL)) {
            if (!made) {
                new GeneratedNews(Base.LOCAL, 1, ARTICLES)
                        .into(store, new Merger(Base.LOCAL, Clock.systemUTC()), 0, ARTICLES);
            }
            long triples = store.readUnion(all -> {
                long number = 0;
                for (; all.hasNext(); all.next()) {
                    number++;
                }
                return number;
            });
            Map<String, Writing> writings = writings(store);
            Map<String, Long> best = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, Writing> writing : writings.entrySet()) {
                    long before = processorTime();
                    writing.getValue().to(OutputStream.nullOutputStream());
                    best.merge(writing.getKey(), processorTime() - before, Math::min);
                }
            }
            System.out.printf("%n%,d triples; thousands a second of processor, the best of %d%n", triples, ROUNDS);
            best.forEach((name, nanos) ->
                    System.out.printf(Locale.ROOT, "  %-28s%8.0f%n", name, triples * 1e6 / nanos));
        }
    }

    private static Map<String, Writing> writings(Store store) {
        Map<String, Writing> writings = new LinkedHashMap<>();
        writings.put("khabar export, Turtle", out -> new Export(store).write(out, Format.TURTLE, new Scope.Everything()));
        writings.put("Jena, Turtle blocks", out -> store.read(present -> {
            StreamRDFOps.graphToStream(
                    present.getUnionGraph(), StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
            return out;
        }));
        writings.put("Jena, Turtle pretty", out -> store.read(present -> {
            RDFWriter.source(present.getUnionGraph()).format(RDFFormat.TURTLE_PRETTY).output(out);
            return out;
        }));
        writings.put(
                "khabar export, N-Triples",
                out -> new Export(store).write(out, Format.NTRIPLES, new Scope.Everything()));
        writings.put("Jena, N-Triples", out -> store.read(present -> {
            StreamRDFOps.graphToStream(
                    present.getUnionGraph(), StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES));
            return out;
        }));
        return writings;
    }

    /** Of this thread, in nanoseconds. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
