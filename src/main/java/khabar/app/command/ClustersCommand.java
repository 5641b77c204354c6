package khabar.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import khabar.app.desk.WholeFile;
import khabar.article.Parsed;
import khabar.names.ClusterLearning;
import khabar.text.Segmenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khabar clusters}. */
@Command(
        name = "clusters",
        description = {
            "Learns from articles which words stand in like company; no name has to be marked in them.",
            "The recogniser of names is trained with the file: mvn -Ptrain verify -Dkhabar.train.clusters=OUT.tsv",
            "The more articles the better: some hundred thousand words at least. Stores nothing."
        },
        mixinStandardHelpOptions = true)
final class ClustersCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs = new Inputs();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.tsv",
            description = "A line for each word: ar or en, the number of its cluster, the word without its article.")
    private Path output = Path.of("");

    @Option(
            names = "--clusters",
            defaultValue = "256",
            paramLabel = "<number>",
            description = "How many there are to be for each of Arabic and English; default 256.")
    private int clusters;

    @Option(
            names = "--least-uses",
            defaultValue = "3",
            paramLabel = "<number>",
            description = "Words that are used less often have none; default 3.")
    private int leastUses;

    private final Root root;

    ClustersCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        ClusterLearning.Plan plan = plan();
        Inputs.Found found = inputs.look(root::say);
        if (found.readable().isEmpty()) {
            return found.code();
        }
        ClusterLearning learning = ClusterLearning.begin();
        AtomicInteger articles = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (Bar bar = root.bar("articles", "", 1)) {
            Consumer<Parsed> taker = parsed -> {
                switch (parsed) {
                    case Parsed.Accepted accepted -> {
                        learning.add(Segmenter.segment(accepted.article()));
                        bar.at(articles.incrementAndGet(), 0);
                    }
                    case Parsed.Refused no -> {
                        refused.incrementAndGet();
                        root.say(no.problem().at() + ": " + no.problem().message());
                    }
                }
            };
            found.read(root.surroundings.in(), taker);
        }
        AtomicInteger words = new AtomicInteger();
        try (Bar bar = root.bar("rounds", "", 1)) {
            WholeFile.write(
                    output,
                    out -> words.set(learning.write(plan, out, round -> bar.at(round, 2L * ClusterLearning.ROUNDS))));
        }
        root.print("read %d articles, %d words and marks; %d different words have a cluster"
                .formatted(articles.get(), learning.words(), words.get()));
        return refused.get() > 0 ? ExitCode.REFUSED : found.code();
    }

    private ClusterLearning.Plan plan() {
        try {
            return new ClusterLearning.Plan(clusters, leastUses);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }
}
