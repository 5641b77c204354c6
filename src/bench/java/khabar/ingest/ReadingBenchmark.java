package khabar.ingest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.ArticleFiles;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Parsed;
import khabar.article.Publication;
import khabar.article.Span;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.gazetteer.Gazetteer;
import khabar.graph.ArticleMapper;
import khabar.graph.Run;
import khabar.graph.ShapeGate;
import khabar.names.Names;
import khabar.text.Language;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;
import khabar.text.Token;
import khabar.vocab.Base;
import org.junit.jupiter.api.Test;

/**
 * How many articles of 300 words two cores read in a second, up to each stage: {@code mvn -Pbench verify}. By the time that
 * the processor spent, since a machine that does other things too would make the clock on the wall mean nothing; twice the
 * rate of one thread, since articles are read side by side. The texts are those of the sample, several in a row where one is
 * too short: they name and tell more than the usual news. Where the corpora are there ({@code -Dkhabar.data}), real Arabic news
 * besides: the last fifth of ANERcorp, of which the recogniser was trained on nothing.
 */
class ReadingBenchmark {
    private static final int WORDS = 300;
    private static final int CORES = 2;
    /** Processor time for each number; the best round in it counts: what is slower was disturbed, or not yet compiled. */
    private static final long SECONDS = 10;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    /** One stage with all before it. */
    private record Stage(String name, Consumer<Article> work) {}

    @Test
    void table() throws IOException {
        List<Stage> stages = stages();
        System.out.printf(
                "%nArticles of %d words a second on %d cores, by processor time; the best round in %d seconds%n%n%-28s",
                WORDS, CORES, SECONDS, "up to");
        List<List<Article>> texts = new ArrayList<>(List.of(texts(Language.ARABIC), texts(Language.ENGLISH)));
        System.out.printf("%10s%10s", "Arabic", "English");
        Path news = Path.of(System.getProperty("khabar.data", ""), "anercorp", "train.txt");
        if (Files.exists(news)) {
            texts.add(news(news, texts.getFirst().getFirst()));
            System.out.printf("%20s", "Arabic, ANERcorp");
        }
        System.out.println();
        for (Stage stage : stages) {
            System.out.printf("%-28s", stage.name());
            texts.forEach(articles -> System.out.printf("%10.0f", rate(articles, stage.work())));
            System.out.println();
        }
    }

    private static List<Stage> stages() {
        Gazetteer gazetteer = Gazetteer.load();
        Names names = new Names(gazetteer);
        Reader reader = Reader.of(gazetteer);
        ArticleMapper mapper = new ArticleMapper(Base.LOCAL, gazetteer, CLOCK, source -> Optional.empty());
        ShapeGate gate = ShapeGate.load();
        Run run = Run.of(reader.version(), gazetteer.version(), CLOCK);
        return List.of(
                new Stage("sentences and words", Segmenter::segment),
                new Stage("names", article -> names.read(Segmenter.segment(article))),
                new Stage("events: the whole reading", reader::read),
                new Stage("graph", article -> mapper.map(reader.read(article), run)),
                new Stage("gate: all but the store", article -> {
                    if (!gate.check(mapper.map(reader.read(article), run)).isEmpty()) {
                        throw new AssertionError("the gate refuses " + article.key());
                    }
                }));
    }

    private static double rate(List<Article> articles, Consumer<Article> work) {
        long begun = processorTime();
        double best = 0;
        while (processorTime() - begun < Duration.ofSeconds(SECONDS).toNanos()) {
            long before = processorTime();
            articles.forEach(work);
            best = Math.max(best, CORES * articles.size() * 1e9 / (processorTime() - before));
        }
        return best;
    }

    /** Of this thread, in nanoseconds. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** One for each article of the sample in the language: its text and as much of the next ones as makes 300 words. */
    private static List<Article> texts(Language language) throws IOException {
        List<Article> sample = new ArrayList<>();
        ArticleFiles.read(Path.of("rdf/sample/articles.jsonl"), parsed -> {
            if (parsed instanceof Parsed.Accepted accepted
                    && Segmenter.segment(accepted.article()).language().equals(language)) {
                sample.add(accepted.article());
            }
        });
        return IntStream.range(0, sample.size())
                .mapToObj(i -> text(Stream.concat(sample.subList(i, sample.size()).stream(), sample.stream())
                        .toList()))
                .toList();
    }

    /** The last fifth of a corpus of news, a word and its tag in each line, as articles like the one given. */
    private static List<Article> news(Path corpus, Article like) throws IOException {
        List<String> lines = Files.readAllLines(corpus);
        List<Article> articles = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int words = 0;
        for (String line : lines.subList(lines.size() * 4 / 5, lines.size())) {
            String word = line.strip().split("\\s", 2)[0];
            text.append(word.isEmpty() ? "\n\n" : word + " ");
            words += word.isEmpty() ? 0 : 1;
            if (words >= WORDS && word.isEmpty()) {
                articles.add(like(like, text.toString()));
                text.setLength(0);
                words = 0;
            }
        }
        return articles;
    }

    private static Article text(List<Article> articles) {
        StringBuilder text = new StringBuilder();
        int words = 0;
        for (Article article : articles) {
            SegmentedArticle segmented = Segmenter.segment(article);
            for (var sentence : segmented.sentences()) {
                if (words < WORDS && sentence.zone().kind() == ZoneKind.BODY) {
                    text.append(sentence.span().of(article.content().text(sentence.field())))
                            .append("\n\n");
                    words += (int) sentence.tokens().stream().filter(Token::isWord).count();
                }
            }
        }
        return like(articles.getFirst(), text.toString());
    }

    private static Article like(Article first, String text) {
        Publication publication = first.publication();
        return new Article(
                first.key(),
                first.at(),
                new Content(
                        List.of(new Field("body", text)),
                        List.of(new Zone(ZoneKind.BODY, "body", new Span(0, text.length())))),
                publication);
    }
}
