package khabar.event;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A logistic regression over {@link Signs}, trained on sentences that people judged: whether they tell an attack or a
 * protest. Its answer is calibrated (J. Platt, Probabilistic outputs for support vector machines, 1999): of what it gives
 * 0.8, four of five are events.
 */
final class Filter {
    private static final class Arabic {
        static final Filter FILTER = load("/event/filter-ar.bin");
    }

    private final byte[] steps;
    private final float scale;
    private final Map<EventType, Sigmoid> sigmoids;

    /** What a score of one type of event is worth: 1 / (1 + e^−(slope · score + offset)). */
    record Sigmoid(float slope, float offset) {
        double of(double score) {
            return 1 / (1 + Math.exp(-(slope * score + offset)));
        }
    }

    /** @param steps for each slot how much it speaks for an event, in steps of {@code scale} */
    Filter(byte[] steps, float scale, Map<EventType, Sigmoid> sigmoids) {
        this.steps = steps;
        this.scale = scale;
        this.sigmoids = new EnumMap<>(sigmoids);
    }

    static Filter arabic() {
        return Arabic.FILTER;
    }

    /** Whether it was trained on events of the type. */
    boolean knows(EventType type) {
        return sigmoids.containsKey(type);
    }

    /**
     * 0 to 1: how likely it is that signs like these are those of an event.
     *
     * @throws IllegalArgumentException for a type that it does not know
     */
    double probability(EventType type, int[] signs) {
        Sigmoid sigmoid = sigmoids.get(type);
        if (sigmoid == null) {
            throw new IllegalArgumentException("not trained on " + type);
        }
        return sigmoid.of(score(signs));
    }

    double score(int[] signs) {
        int sum = 0;
        for (int sign : signs) {
            sum += steps[sign];
        }
        return sum * (double) scale;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(Signs.VERSION);
        out.writeFloat(scale);
        out.writeInt(sigmoids.size());
        for (Map.Entry<EventType, Sigmoid> sigmoid : sigmoids.entrySet()) {
            out.writeUTF(sigmoid.getKey().name());
            out.writeFloat(sigmoid.getValue().slope());
            out.writeFloat(sigmoid.getValue().offset());
        }
        for (int slot = 0; slot < steps.length; slot++) {
            if (steps[slot] != 0) {
                out.writeInt(slot << 8 | steps[slot] & 0xff);
            }
        }
        out.writeInt(-1);
    }

    private static Filter load(String path) {
        try (InputStream in = Objects.requireNonNull(Filter.class.getResourceAsStream(path), path);
                DataInputStream data = new DataInputStream(new java.io.BufferedInputStream(in))) {
            return read(data);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static Filter read(DataInputStream in) throws IOException {
        if (in.readInt() != Signs.VERSION) {
            throw new IOException("weights of other signs: train the filter again");
        }
        float scale = in.readFloat();
        Map<EventType, Sigmoid> sigmoids = new EnumMap<>(EventType.class);
        for (int left = in.readInt(); left > 0; left--) {
            sigmoids.put(EventType.valueOf(in.readUTF()), new Sigmoid(in.readFloat(), in.readFloat()));
        }
        byte[] steps = new byte[Signs.SLOTS];
        for (int entry = in.readInt(); entry != -1; entry = in.readInt()) {
            steps[entry >>> 8] = (byte) entry;
        }
        return new Filter(steps, scale, sigmoids);
    }
}
