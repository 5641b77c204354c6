package khabar.ingest;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.article.ArticleFiles;
import khabar.article.Form;
import khabar.article.Parsed;
import khabar.event.ReportedArticle;
import khabar.gazetteer.Gazetteer;
import khabar.graph.ArticleGraph;
import khabar.graph.ArticleMapper;
import khabar.graph.Run;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mapping articles that were read to graphs and storing these, beside TDB2's basic loader that is given the same quads, in turns:
 * {@code mvn -Pbench verify -Dtest=LoadingBenchmark}. By the processor time of the process. Merging is no part of it, the indexes of
 * texts are; as when an archive is loaded, all is one commit.
 */
class LoadingBenchmark {
    private static final int MANY = Integer.getInteger("khabar.articles", 4_000);
    private static final int FEW = MANY / 8;
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 3;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Reader reader = Reader.of(gazetteer);
    private final ArticleMapper mapper =
            new ArticleMapper(Base.LOCAL, gazetteer, Clock.systemUTC(), source -> Optional.empty());
    private final Run run = Run.of(reader.version(), gazetteer.version(), Clock.systemUTC());

    @Test
    void table(@TempDir Path folder) throws IOException {
        List<ReportedArticle> articles = read(MANY);
        System.out.printf("%nMapping and storing, beside the basic loader; the best of %d%n", ROUNDS);
        for (int number : List.of(FEW, FEW, MANY)) { // the first is what the JVM is new to
            List<ReportedArticle> some = articles.subList(0, number);
            List<Quad> quads = new ArrayList<>();
            some.forEach(article -> quads(mapper.map(article, run), quads::add));
            double ours = Double.MAX_VALUE;
            double theirs = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                Path place = folder.resolve(number + "-" + round + "-" + System.nanoTime());
                ours = Math.min(ours, ours(some, place.resolve("ours")));
                theirs = Math.min(theirs, theirs(quads, place.resolve("theirs")));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d articles, %,d quads: ours %.2f s, basic loader %.2f s, ratio %.2f%n",
                    number,
                    quads.size(),
                    ours,
                    theirs,
                    ours / theirs);
        }
    }

    private List<ReportedArticle> read(int number) throws IOException {
        MadeNews news = new MadeNews(3, gazetteer);
        List<ReportedArticle> articles = new ArrayList<>();
        String lines = IntStream.range(0, number).mapToObj(news::line).collect(Collectors.joining("\n"));
        ArticleFiles.read(
                "made",
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                Form.JSON,
                parsed -> {
                    if (parsed instanceof Parsed.Accepted accepted) {
                        articles.add(reader.read(accepted.article()));
                    }
                });
        return articles;
    }

    private double ours(List<ReportedArticle> articles, Path place) {
        try (Store store = Store.open(new StoreSettings(place), Base.LOCAL)) {
            long before = processorTime();
            Store.Together all = store.together();
            for (int from = 0; from < articles.size(); from += AT_ONCE) {
                List<ReportedArticle> some = articles.subList(from, Math.min(articles.size(), from + AT_ONCE));
                store.write(present -> {
                    Map<Node, Graph> graphs = new HashMap<>();
                    List<Quad> entries = new ArrayList<>();
                    some.forEach(article -> {
                        ArticleGraph graph = mapper.map(article, run);
                        graphs.put(graph.name(), graph.graph());
                        graph.gazetteer().find().forEach(triple -> entries.add(Quad.create(GAZETTEER, triple)));
                    });
                    return new Changes(graphs, List.of(), entries, List.of());
                });
            }
            all.close();
            return (processorTime() - before) / 1e9;
        }
    }

    private static final Node GAZETTEER = Base.LOCAL.graph("gazetteer");

    private static void quads(ArticleGraph article, Consumer<Quad> to) {
        article.graph().find().forEach(triple -> to.accept(Quad.create(article.name(), triple)));
        article.gazetteer().find().forEach(triple -> to.accept(Quad.create(GAZETTEER, triple)));
    }

    private static double theirs(List<Quad> quads, Path place) throws IOException {
        DatasetGraph database =
                DatabaseMgr.connectDatasetGraph(Files.createDirectories(place).toString());
        try {
            long before = processorTime();
            DataLoader loader = LoaderFactory.basicLoader(database, null);
            loader.startBulk();
            quads.forEach(loader.stream()::quad);
            loader.finishBulk();
            return (processorTime() - before) / 1e9;
        } finally {
            TDBInternal.expel(database, true);
        }
    }

    /** Of this process, in nanoseconds: indexes are written by two threads. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
