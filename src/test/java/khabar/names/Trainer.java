package khabar.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import khabar.article.Span;
import khabar.gazetteer.Gazetteer;

/**
 * Trains the weights of the recogniser: a conditional random field over the tags, by stochastic gradient with AdaGrad steps
 * and a pull towards zero. One thread, a fixed seed and {@link StrictMath}: the same corpora give the same bytes.
 *
 * <p>Corpora mark by different guidelines. Each feature of a sentence is therefore learnt twice, for all corpora and for its
 * own, and what is kept is what holds for all together with what holds for the first one (H. Daumé III, "Frustratingly Easy
 * Domain Adaptation", ACL 2007).
 */
final class Trainer {
    /**
     * How a training goes.
     *
     * @param hidden share of the features of a word that are hidden from each look at it, so that no weight relies on others
     * @param runs how many trainings, each in another order, are averaged
     * @param kept after how many of the last rounds the weights are taken; their mean is what a training gives
     * @param pull towards zero at each step
     * @param leastUses features seen less often are left out
     */
    record Plan(int runs, int rounds, int kept, double hidden, double step, double pull, int leastUses, long seed) {
        static final Plan USUAL = new Plan(4, 8, 4, 0.15, 0.1, 0.003, 2, 1);

        /** What the means of rounds are worth was measured in Arabic only. */
        static final Plan ENGLISH = new Plan(4, 8, 1, 0.15, 0.1, 0.003, 2, 1);

        Plan withRuns(int other) {
            return new Plan(other, rounds, kept, hidden, step, pull, leastUses, seed);
        }
    }

    private static final int TAGS = Tags.COUNT;
    private static final float STEPS = 127;

    private final Plan plan;
    private final int corpora;
    private final HashTable table;
    private final int[] hashes;
    private final float[] weights;
    private final float[] weightSquares;
    private final float[] transitions = new float[TAGS * TAGS];
    private final float[] transitionSquares = new float[TAGS * TAGS];
    private final List<Sequence> sequences;

    /** The rows of the features of each token, and the tags that the corpus gives them. */
    @SuppressWarnings("ArrayRecordComponent") // numbers by the million
    private record Sequence(int[][] rows, int[] tags) {}

    /** @param corpora the documents of each; the first is the one whose guidelines the weights follow */
    static Weights train(Gazetteer gazetteer, Lexicon lexicon, List<List<Corpus.Document>> corpora, Plan plan) {
        return new Trainer(new Features(gazetteer, lexicon), corpora, plan).train();
    }

    private Trainer(Features features, List<List<Corpus.Document>> corpora, Plan plan) {
        this.plan = plan;
        this.corpora = corpora.size();
        List<int[][]> seen = new ArrayList<>();
        List<int[]> tags = new ArrayList<>();
        for (int corpus = 0; corpus < corpora.size(); corpus++) {
            int own = corpus;
            for (Corpus.Document document : corpora.get(corpus)) {
                List<Phrase> phrases = document.phrases();
                features.of(phrases).forEach(sentence -> seen.add(this.corpora > 1 ? twice(sentence, own) : sentence));
                phrases.forEach(phrase -> tags.add(tags(phrase, document.names())));
            }
        }
        Map<Integer, Integer> uses = new HashMap<>(1 << 20);
        seen.forEach(sentence -> Arrays.stream(sentence)
                .forEach(token -> Arrays.stream(token).forEach(hash -> uses.merge(hash, 1, Integer::sum))));
        this.hashes = uses.entrySet().stream()
                .filter(entry -> entry.getValue() >= plan.leastUses())
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        this.table = new HashTable(hashes);
        this.weights = new float[hashes.length * TAGS];
        this.weightSquares = new float[hashes.length * TAGS];
        this.sequences = new ArrayList<>();
        for (int s = 0; s < seen.size(); s++) {
            if (seen.get(s).length > 0) {
                int[][] rows = Arrays.stream(seen.get(s))
                        .map(token -> Arrays.stream(token)
                                .map(table::row)
                                .filter(row -> row >= 0)
                                .toArray())
                        .toArray(int[][]::new);
                sequences.add(new Sequence(rows, tags.get(s)));
            }
        }
    }

    private static int[][] twice(int[][] sentence, int corpus) {
        return Arrays.stream(sentence)
                .map(token -> IntStream.concat(
                                Arrays.stream(token), Arrays.stream(token).map(hash -> own(hash, corpus)))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** The feature as the sentences of one corpus alone teach it. */
    private static int own(int hash, int corpus) {
        return Hashes.feature(1000 + corpus, hash, 0);
    }

    /** The tags of a sentence by the names that are marked in its text; marks at the ends of a name are no part of it. */
    static int[] tags(Phrase phrase, List<Corpus.Name> names) {
        int[] tags = new int[phrase.size()];
        for (Corpus.Name name : names) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < phrase.size(); i++) {
                Span span = phrase.token(i).span();
                if (span.start() >= name.span().start()
                        && span.end() <= name.span().end()
                        && isPart(phrase, i)) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            for (int i = first; first >= 0 && i <= last; i++) {
                int place = first == last ? Tags.ONLY : i == first ? Tags.FIRST : i == last ? Tags.LAST : Tags.INNER;
                tags[i] = Tags.of(name.type(), place);
            }
        }
        return tags;
    }

    private static boolean isPart(Phrase phrase, int i) {
        return phrase.token(i).kind() != khabar.text.Token.Kind.MARK;
    }

    private Weights train() {
        float[] weightSums = new float[weights.length];
        float[] transitionSums = new float[transitions.length];
        for (int run = 0; run < plan.runs(); run++) {
            for (float[] values : List.of(weights, weightSquares, transitions, transitionSquares)) {
                Arrays.fill(values, 0);
            }
            Random random = new Random(plan.seed() + run);
            List<Sequence> order = new ArrayList<>(sequences);
            for (int round = 0; round < plan.rounds(); round++) {
                Collections.shuffle(order, random);
                order.forEach(sequence -> learn(hide(sequence, random)));
                if (round >= plan.rounds() - plan.kept()) {
                    add(weightSums, weights);
                    add(transitionSums, transitions);
                }
            }
        }
        return cut(corpora > 1 ? joined(weightSums) : weightSums, transitionSums);
    }

    /** What all corpora teach with what the first one does; the rows of single corpora are left empty. */
    private float[] joined(float[] learnt) {
        float[] all = learnt.clone();
        for (int hash : hashes) {
            for (int corpus = 0; corpus < corpora; corpus++) {
                int own = table.row(own(hash, corpus));
                for (int tag = 0; own >= 0 && tag < TAGS; tag++) {
                    all[table.row(hash) * TAGS + tag] += corpus == 0 ? learnt[own * TAGS + tag] : 0;
                    all[own * TAGS + tag] = 0;
                }
            }
        }
        return all;
    }

    private void add(float[] sums, float[] values) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += values[k] / (plan.runs() * plan.kept());
        }
    }

    private Sequence hide(Sequence sequence, Random random) {
        int[][] rows = Arrays.stream(sequence.rows())
                .map(token -> Arrays.stream(token)
                        .filter(row -> random.nextFloat() >= plan.hidden())
                        .toArray())
                .toArray(int[][]::new);
        return new Sequence(rows, sequence.tags());
    }

    private void learn(Sequence sequence) {
        double shown = 1 - plan.hidden();
        int n = sequence.tags().length;
        double[][] scores = new double[n][TAGS];
        for (int i = 0; i < n; i++) {
            for (int row : sequence.rows()[i]) {
                for (int tag = 0; tag < TAGS; tag++) {
                    scores[i][tag] += weights[row * TAGS + tag] / shown;
                }
            }
        }
        double[] expected = new double[TAGS * TAGS];
        double[][] chances = new Chances(scores, transitions).of(expected);
        for (int i = 0; i < n; i++) {
            double[] gradient = new double[TAGS];
            double greatest = 0;
            for (int tag = 0; tag < TAGS; tag++) {
                gradient[tag] = (sequence.tags()[i] == tag ? 1 : 0) - chances[i][tag];
                greatest = Math.max(greatest, Math.abs(gradient[tag]));
            }
            if (greatest >= 1e-3) {
                for (int row : sequence.rows()[i]) {
                    step(row, gradient);
                }
            }
            if (i > 0) {
                expected[sequence.tags()[i - 1] * TAGS + sequence.tags()[i]] -= 1;
            }
        }
        for (int k = 0; k < expected.length; k++) {
            if (expected[k] != 0) {
                transitionSquares[k] += (float) (expected[k] * expected[k]);
                transitions[k] -= (float) (plan.step() * expected[k] / Math.sqrt(1e-2 + transitionSquares[k]));
            }
        }
    }

    private void step(int row, double[] gradient) {
        for (int tag = 0; tag < TAGS; tag++) {
            if (Math.abs(gradient[tag]) >= 1e-4) {
                int at = row * TAGS + tag;
                double pulled = gradient[tag] - plan.pull() * weights[at];
                weightSquares[at] += (float) (pulled * pulled);
                weights[at] += (float) (plan.step() * pulled / Math.sqrt(1e-2 + weightSquares[at]));
            }
        }
    }

    /** The weights in whole steps; features that are left with none are dropped. */
    private Weights cut(float[] learnt, float[] links) {
        float greatest = 0;
        for (float weight : learnt) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        float scale = greatest == 0 ? 1 : greatest / STEPS;
        int[] kept = new int[hashes.length];
        byte[] steps = new byte[learnt.length];
        int size = 0;
        for (int row = 0; row < hashes.length; row++) {
            boolean any = false;
            for (int tag = 0; tag < TAGS; tag++) {
                byte step = (byte) Math.round(learnt[row * TAGS + tag] / scale);
                steps[size * TAGS + tag] = step;
                any |= step != 0;
            }
            if (any) {
                kept[size++] = hashes[row];
            }
        }
        return new Weights(Arrays.copyOf(kept, size), Arrays.copyOf(steps, size * TAGS), scale, links);
    }

    /** The chances of the tags of a sentence under the present weights (forward and backward sums). */
    private static final class Chances {
        private final int n;
        private final double[][] likes;
        private final double[] links = new double[TAGS * TAGS];
        private final double[][] forward;
        private final double[][] backward;

        Chances(double[][] scores, float[] transitions) {
            n = scores.length;
            likes = new double[n][TAGS];
            forward = new double[n][TAGS];
            backward = new double[n][TAGS];
            for (int tag = 0; tag < TAGS; tag++) {
                for (int before : Tags.before(tag)) {
                    links[before * TAGS + tag] = StrictMath.exp(transitions[before * TAGS + tag]);
                }
            }
            for (int i = 0; i < n; i++) {
                double greatest = Arrays.stream(scores[i]).max().orElseThrow();
                for (int tag = 0; tag < TAGS; tag++) {
                    likes[i][tag] = StrictMath.exp(scores[i][tag] - greatest);
                }
            }
            forward();
            backward();
        }

        private void forward() {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int tag = 0; tag < TAGS; tag++) {
                    double reached = i == 0 && Tags.opens(tag) ? 1 : 0;
                    if (i > 0) {
                        for (int before : Tags.before(tag)) {
                            reached += forward[i - 1][before] * links[before * TAGS + tag];
                        }
                    }
                    forward[i][tag] = i == n - 1 && !Tags.closes(tag) ? 0 : reached * likes[i][tag];
                    sum += forward[i][tag];
                }
                divide(forward[i], sum);
            }
        }

        private void backward() {
            for (int tag = 0; tag < TAGS; tag++) {
                backward[n - 1][tag] = Tags.closes(tag) ? 1 : 0;
            }
            for (int i = n - 2; i >= 0; i--) {
                for (int after = 0; after < TAGS; after++) {
                    double rest = likes[i + 1][after] * backward[i + 1][after];
                    for (int tag : Tags.before(after)) {
                        backward[i][tag] += links[tag * TAGS + after] * rest;
                    }
                }
                divide(backward[i], Arrays.stream(backward[i]).sum());
            }
        }

        private static void divide(double[] values, double by) {
            for (int k = 0; k < values.length; k++) {
                values[k] /= by;
            }
        }

        /** Of each token and tag; adds those of each two tags side by side to the sums. */
        double[][] of(double[] pairs) {
            double[][] chances = new double[n][TAGS];
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int tag = 0; tag < TAGS; tag++) {
                    chances[i][tag] = forward[i][tag] * backward[i][tag];
                    sum += chances[i][tag];
                }
                divide(chances[i], sum);
                if (i > 0) {
                    pairs(i, pairs);
                }
            }
            return chances;
        }

        private void pairs(int i, double[] pairs) {
            double[] here = new double[TAGS * TAGS];
            double sum = 0;
            for (int tag = 0; tag < TAGS; tag++) {
                for (int before : Tags.before(tag)) {
                    double pair =
                            forward[i - 1][before] * links[before * TAGS + tag] * likes[i][tag] * backward[i][tag];
                    here[before * TAGS + tag] = pair;
                    sum += pair;
                }
            }
            for (int k = 0; k < here.length; k++) {
                pairs[k] += here[k] / sum;
            }
        }
    }
}
