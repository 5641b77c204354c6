package khabar.names;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;

/**
 * What a change of features or training is worth, without a look at the fifth that is kept for the end: of the training part
 * of the first corpus four blocks are each held out in turn, and what was found in them is counted together. Run by {@code
 * KHABAR_DATA=folder mvn -Ptrain verify -Dtest=NamesFolds}; differences below 0.3 are chance.
 */
class NamesFolds {
    private static final int FOLDS = 4;

    /** Half of the usual trainings: twice as fast, and what helps two helps four. */
    private static final int RUNS = 2;

    @Test
    void arabic() {
        Path data = data();
        score("ANERcorp", Trainer.Plan.USUAL, "ar", Training.arabic(data, List.of()), TrainingClusters.unmarked(data));
    }

    @Test
    void english() {
        score("wikigold", Trainer.Plan.ENGLISH, "en", Training.english(data(), List.of()), List.of());
    }

    private static Path data() {
        Path data = Path.of(System.getProperty("khabar.data", ""));
        assumeTrue(
                Files.exists(data.resolve(Training.ARABIC)),
                "set KHABAR_DATA to the folder of the corpora to train on");
        return data;
    }

    private static void score(
            String name,
            Trainer.Plan plan,
            String language,
            List<List<Corpus.Document>> corpora,
            List<Corpus.Document> unmarked) {
        Gazetteer gazetteer = Gazetteer.load();
        Lexicon words = LexiconBuilder.build(data());
        List<Score> scores = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> score(gazetteer, words, plan, language, corpora, unmarked, fold))
                .toList();
        Score all = new Score();
        scores.forEach(all::add);
        all.print(
                String.format(Locale.ROOT, "%s, %d blocks of the training part: recogniser", name, FOLDS),
                EnumSet.allOf(MentionType.class));
    }

    private static Score score(
            Gazetteer gazetteer,
            Lexicon words,
            Trainer.Plan plan,
            String language,
            List<List<Corpus.Document>> corpora,
            List<Corpus.Document> unmarked,
            int fold) {
        List<Corpus.Document> first = corpora.getFirst();
        int from = first.size() * fold / FOLDS;
        int to = first.size() * (fold + 1) / FOLDS;
        List<Corpus.Document> rest = new ArrayList<>(first.subList(0, from));
        rest.addAll(first.subList(to, first.size()));
        List<List<Corpus.Document>> train = new ArrayList<>(corpora);
        train.set(0, rest);
        boolean arabic = language.equals("ar");
        Lexicon lexicon = arabic ? words.with(TrainingClusters.of(words, List.of(rest, unmarked))) : words;
        Weights weights = Trainer.train(gazetteer, lexicon, train, plan.withRuns(RUNS));
        Recogniser recogniser =
                new Recogniser(gazetteer, lexicon, arabic ? weights : Weights.EMPTY, arabic ? Weights.EMPTY : weights);
        Score score = new Score();
        first.subList(from, to).forEach(document -> score.add(document, document.found(recogniser)));
        return score;
    }
}
