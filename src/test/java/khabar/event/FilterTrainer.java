package khabar.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Trains a {@link Filter} by full-batch AdaGrad. What is judged is the sentence; the event may stand at any of its triggers,
 * so the sentence's score is the soft maximum of theirs (multiple-instance learning). The same examples give the same
 * weights.
 */
final class FilterTrainer {
    /**
     * A judged sentence.
     *
     * @param drafts signs of each of its triggers, at least one
     * @param label how many of the judges said yes, 0 to 1
     */
    record Example(List<int[]> drafts, double label, double weight) {}

    /**
     * @param decay how much each weight is pulled to 0, per round and example
     */
    record Plan(int rounds, double rate, double decay) {}

    private FilterTrainer() {}

    static float[] train(List<Example> examples, Plan plan) {
        float[] weights = new float[Signs.SLOTS];
        double[] squares = new double[Signs.SLOTS];
        double[] gradient = new double[Signs.SLOTS];
        double total = examples.stream().mapToDouble(Example::weight).sum();
        for (int round = 0; round < plan.rounds(); round++) {
            Arrays.fill(gradient, 0);
            for (Example example : examples) {
                add(gradient, example, weights);
            }
            for (int i = 0; i < weights.length; i++) {
                double g = gradient[i] / total + plan.decay() * weights[i];
                if (g != 0) {
                    squares[i] += g * g;
                    weights[i] -= (float) (plan.rate() * g / (Math.sqrt(squares[i]) + 1e-8));
                }
            }
        }
        return weights;
    }

    private static void add(double[] gradient, Example example, float[] weights) {
        double[] scores =
                example.drafts().stream().mapToDouble(d -> score(d, weights)).toArray();
        double max = Arrays.stream(scores).max().orElseThrow();
        double sum = Arrays.stream(scores).map(s -> Math.exp(s - max)).sum();
        double error = example.weight() * (1 / (1 + Math.exp(-(max + Math.log(sum)))) - example.label());
        for (int d = 0; d < scores.length; d++) {
            double share = error * Math.exp(scores[d] - max) / sum;
            for (int sign : example.drafts().get(d)) {
                gradient[sign] += share;
            }
        }
    }

    static double score(int[] signs, float[] weights) {
        double sum = 0;
        for (int sign : signs) {
            sum += weights[sign];
        }
        return sum;
    }

    /** Slope and offset of the sigmoid that fits scores to labels best (Platt, with his smoothed targets). */
    static Filter.Sigmoid calibrate(double[] scores, boolean[] labels) {
        int yes = 0;
        for (boolean label : labels) {
            yes += label ? 1 : 0;
        }
        double high = (yes + 1.0) / (yes + 2);
        double low = 1.0 / (labels.length - yes + 2);
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < 100; round++) { // Newton's method in two variables
            double gs = 0, go = 0, hss = 1e-9, hso = 0, hoo = 1e-9;
            for (int i = 0; i < scores.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * scores[i] + offset)));
                double error = p - (labels[i] ? high : low);
                double h = p * (1 - p);
                gs += error * scores[i];
                go += error;
                hss += h * scores[i] * scores[i];
                hso += h * scores[i];
                hoo += h;
            }
            double det = hss * hoo - hso * hso;
            slope -= (hoo * gs - hso * go) / det;
            offset -= (hss * go - hso * gs) / det;
        }
        return new Filter.Sigmoid((float) slope, (float) offset);
    }

    /** The weights in 127 steps either way. */
    static Filter filter(float[] weights, Map<EventType, Filter.Sigmoid> sigmoids) {
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float scale = largest / 127;
        byte[] steps = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            steps[i] = (byte) Math.round(weights[i] / scale);
        }
        return new Filter(steps, scale, sigmoids);
    }
}
