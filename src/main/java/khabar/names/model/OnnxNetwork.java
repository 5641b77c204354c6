package khabar.names.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model in the ONNX Runtime. The one class that knows it: loaded only where a model is set. */
final class OnnxNetwork implements Network {
    private static final String NUMBERS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String SEGMENTS = "token_type_ids";
    private static final Set<String> GIVEN = Set.of(NUMBERS, MASK, SEGMENTS);

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    private final String output;
    private final long padding;
    private final int labels;

    private OnnxNetwork(OrtEnvironment environment, OrtSession session, String output, long padding, int labels) {
        this.environment = environment;
        this.session = session;
        this.inputs = session.getInputNames();
        this.output = output;
        this.padding = padding;
        this.labels = labels;
    }

    /** @param threads that one row is computed with; 0 for as many as there are cores */
    static OnnxNetwork open(ModelFolder folder, int threads) {
        ModelFolder.Model model = folder.model();
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            environment.setTelemetry(false);
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                options.setDeterministicCompute(true);
                OrtSession session = environment.createSession(model.bytes(), options);
                String output = checked(session, model, folder.labels().count());
                return new OnnxNetwork(
                        environment,
                        session,
                        output,
                        folder.cutter().padding(),
                        folder.labels().count());
            }
        } catch (OrtException broken) {
            throw new UnusableModel(
                    model.file() + ": the ONNX Runtime cannot use it: " + firstLine(broken) + "; export it again");
        } catch (LinkageError notHere) {
            throw new UnusableModel(
                    "the ONNX Runtime does not start on this machine: " + notHere + "; leave khabar.names.model out");
        }
    }

    /** The name of the output with the scores. */
    private static String checked(OrtSession session, ModelFolder.Model model, int labels) throws OrtException {
        for (String input : session.getInputNames()) {
            if (!GIVEN.contains(input)) {
                throw new UnusableModel(model.file() + ": wants the input " + input + "; export it for token"
                        + " classification, with no other inputs than "
                        + String.join(", ", List.of(NUMBERS, MASK, SEGMENTS)));
            }
        }
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        String name = outputs.containsKey("logits")
                ? "logits"
                : outputs.keySet().iterator().next();
        NodeInfo output = outputs.get(name);
        if (output == null
                || !(output.getInfo() instanceof TensorInfo tensor)
                || tensor.getShape().length != 3
                || tensor.getShape()[2] >= 0 && tensor.getShape()[2] != labels) {
            throw new UnusableModel(model.file() + ": its output " + name + " is not a score for each of the " + labels
                    + " labels of config.json; export it for token classification");
        }
        return name;
    }

    @Override
    public float[][][] scores(int[][] rows) {
        int length = 0;
        for (int[] row : rows) {
            length = Math.max(length, row.length);
        }
        long[] shape = {rows.length, length};
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (String input : inputs) {
                tensors.put(input, OnnxTensor.createTensor(environment, values(input, rows, length), shape));
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                if (!(result.get(0) instanceof OnnxTensor tensor) || tensor.getFloatBuffer() == null) {
                    throw new NetworkFailure("the model's scores are no floats");
                }
                return scores(tensor.getFloatBuffer(), rows, length);
            }
        } catch (OrtException failed) {
            throw new NetworkFailure("the ONNX Runtime failed: " + firstLine(failed));
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private LongBuffer values(String input, int[][] rows, int length) {
        LongBuffer values = LongBuffer.allocate(rows.length * length);
        for (int[] row : rows) {
            for (int i = 0; i < length; i++) {
                values.put(
                        switch (input) {
                            case NUMBERS -> i < row.length ? row[i] : padding;
                            case MASK -> i < row.length ? 1 : 0;
                            default -> 0;
                        });
            }
        }
        return values.flip();
    }

    private float[][][] scores(FloatBuffer all, int[][] rows, int length) {
        if (all.remaining() != rows.length * length * labels) {
            throw new NetworkFailure("the model gave " + all.remaining() + " scores for " + rows.length + " rows of "
                    + length + " pieces and " + labels + " labels");
        }
        float[][][] scores = new float[rows.length][][];
        for (int r = 0; r < rows.length; r++) {
            scores[r] = new float[rows[r].length][labels];
            for (int i = 0; i < rows[r].length; i++) {
                all.get((r * length + i) * labels, scores[r][i]);
            }
        }
        return scores;
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException late) {
            throw new NetworkFailure("the ONNX Runtime does not close: " + firstLine(late));
        }
    }
}
