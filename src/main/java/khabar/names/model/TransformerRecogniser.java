package khabar.names.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import khabar.article.Span;
import khabar.names.Budget;
import khabar.names.MentionRecogniser;
import khabar.text.SegmentedArticle;
import khabar.text.Sentence;

/**
 * Finds names by a transformer model. Its type of a person's or an organisation's name goes before that of the gazetteer
 * from a confidence of 0.8 on; which place a name stands for, and whether it is one of a country, stays the gazetteer's.
 */
public final class TransformerRecogniser implements MentionRecogniser, AutoCloseable {
    private static final double SURE = 0.8;
    /** How many rows go into the network at a time: between two such portions the budget is looked at. */
    private static final int ROWS = 8;
    /** A fourth of a window is what it shares with the next one. */
    private static final int OVERLAP = 4;
    /** One piece before and one after each window. */
    private static final int ENDS = 2;

    private final Info info;
    private final WordPiece cutter;
    private final Labels labels;
    private final Network network;
    private final int most;

    TransformerRecogniser(ModelFolder folder, Network network) {
        Plugin plugin = folder.plugin();
        this.info =
                new Info(plugin.name() + " " + folder.hash() + " (" + plugin.licence() + ")", plugin.languages(), SURE);
        this.cutter = folder.cutter();
        this.labels = folder.labels();
        this.network = network;
        this.most = folder.longest() - ENDS;
    }

    /**
     * Opens a model.
     *
     * @param threads that the model computes with; 0 for as many as there are cores
     * @throws UnusableModel with one line for a person
     */
    public static TransformerRecogniser open(Path folder, int threads) {
        checkRuntime(folder);
        ModelFolder files = ModelFolder.read(folder);
        return new TransformerRecogniser(files, OnnxNetwork.open(files, threads));
    }

    private static void checkRuntime(Path folder) {
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment", false, TransformerRecogniser.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new UnusableModel(
                    "khabar.names.model is " + folder
                            + ", and the ONNX Runtime is not in this program; build it in with mvn -Ponnx package, or leave the setting out");
        }
    }

    @Override
    public Info info() {
        return info;
    }

    @Override
    public Recognised names(SegmentedArticle text, Budget budget) {
        List<Pieces> sentences = text.sentences().stream()
                .map(sentence -> Pieces.of(sentence, field(text, sentence), cutter))
                .toList();
        List<List<Window>> windows = new ArrayList<>();
        for (Pieces pieces : sentences) {
            windows.add(Windows.of(pieces, most, most / OVERLAP).stream()
                    .map(span -> new Window(span, row(pieces, span)))
                    .toList());
        }
        try {
            if (!read(windows.stream().flatMap(List::stream).toList(), budget)) {
                return new Recognised.GaveUp(
                        "it takes longer than " + budget.most().toMillis() + " ms");
            }
        } catch (NetworkFailure failure) {
            return new Recognised.GaveUp(String.valueOf(failure.getMessage()));
        }
        return new Recognised.Names(IntStream.range(0, sentences.size())
                .mapToObj(s -> labels.names(scores(sentences.get(s), windows.get(s))))
                .toList());
    }

    private static String field(SegmentedArticle text, Sentence sentence) {
        return text.article().content().text(sentence.field());
    }

    /** A stretch of a sentence on its way through the network. */
    private static final class Window {
        private final Span span;
        private final int[] row;
        private float[][] scores = {};

        Window(Span span, int[] row) {
            this.span = span;
            this.row = row;
        }
    }

    private int[] row(Pieces pieces, Span window) {
        int[] row = new int[window.length() + ENDS];
        row[0] = cutter.opening();
        System.arraycopy(pieces.numbers(), window.start(), row, 1, window.length());
        row[row.length - 1] = cutter.closing();
        return row;
    }

    /** Windows of like length go together, so that little of a portion is padding; whether all were read in time. */
    private boolean read(List<Window> windows, Budget budget) {
        List<Window> byLength = windows.stream()
                .sorted(Comparator.comparingInt(window -> window.row.length))
                .toList();
        for (int from = 0; from < byLength.size(); from += ROWS) {
            if (budget.isSpent()) {
                return false;
            }
            List<Window> portion = byLength.subList(from, Math.min(byLength.size(), from + ROWS));
            float[][][] scores =
                    network.scores(portion.stream().map(window -> window.row).toArray(int[][]::new));
            for (int w = 0; w < scores.length; w++) {
                portion.get(w).scores = scores[w];
            }
        }
        return true;
    }

    /** Of the first piece of each word, from the window that shows most about it. */
    private static List<Optional<float[]>> scores(Pieces pieces, List<Window> windows) {
        List<Span> spans = windows.stream().map(window -> window.span).toList();
        return Arrays.stream(pieces.firsts())
                .mapToObj(first -> first < 0 ? Optional.<float[]>empty() : Optional.of(scores(first, spans, windows)))
                .toList();
    }

    private static float[] scores(int piece, List<Span> spans, List<Window> windows) {
        int best = Windows.best(spans, piece);
        return windows.get(best).scores[1 + piece - spans.get(best).start()];
    }

    @Override
    public void close() {
        network.close();
    }
}
