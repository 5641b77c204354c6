package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import khabar.SampleStore;
import khabar.article.Article;
import khabar.article.ArticleFiles;
import khabar.article.Parsed;
import khabar.gazetteer.Gazetteer;
import khabar.text.Segmenter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordScoresTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    /** What is remembered of words, with what is seen beside them, is what all features together come to, for any weights. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void wordsAloneAndWhatIsBesideThemAreAllThatIsSeen(long seed) throws IOException {
        Random random = new Random(seed);
        Features features = new Features(GAZETTEER, Recogniser.loadLexicon());
        List<List<Phrase>> articles = sample().stream()
                .filter(article -> random.nextInt(6) == 0)
                .map(article -> Phrase.of(Segmenter.segment(article)))
                .toList();
        Weights weights = weights(
                random,
                articles.stream()
                        .flatMap(article -> features.of(article).stream())
                        .flatMap(Stream::of));
        WordScores words = new WordScores(weights);
        assertThat(articles).isNotEmpty();
        for (List<Phrase> article : articles) {
            List<int[][]> all = features.of(article);
            List<Features.Seen> beside = features.besideWords(article);
            for (int s = 0; s < article.size(); s++) {
                int[][] told = words.of(article.get(s), beside.get(s).looks());
                for (int i = 0; i < told.length; i++) {
                    assertThat(weights.scores(beside.get(s).hashes()[i], told[i]))
                            .as(article.get(s).token(i).text())
                            .isEqualTo(weights.scores(all.get(s)[i], new int[Tags.COUNT]));
                }
            }
        }
    }

    private static List<Article> sample() throws IOException {
        List<Article> articles = new ArrayList<>();
        ArticleFiles.read(SampleStore.ARTICLES, parsed -> {
            if (parsed instanceof Parsed.Accepted accepted) {
                articles.add(accepted.article());
            }
        });
        return articles;
    }

    /** For one in two of the features. */
    private static Weights weights(Random random, Stream<int[]> features) {
        int[] hashes = features.flatMapToInt(Arrays::stream)
                .distinct()
                .filter(hash -> random.nextBoolean())
                .sorted()
                .toArray();
        byte[] steps = new byte[hashes.length * Tags.COUNT];
        random.nextBytes(steps);
        return new Weights(hashes, steps, 0.25f, new float[Tags.COUNT * Tags.COUNT]);
    }
}
