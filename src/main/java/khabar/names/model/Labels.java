package khabar.names.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.names.MentionRecogniser.Found;
import khabar.names.MentionType;

/** The labels of a model in the order of its scores, and how scores of words become names. */
record Labels(List<Label> inOrder) {
    Labels {
        inOrder = List.copyOf(inOrder);
    }

    int count() {
        return inOrder.size();
    }

    /**
     * The names in a sentence. A name goes on as long as words have its type and none of them begins another one, so that
     * an inner label after no name, or after one of another type, begins a name. Its confidence is that of its least
     * certain word: the share of all labels of the type in the softmax of the scores.
     *
     * @param scores of each word, before softmax; empty for a word that the model has not seen
     */
    List<Found> names(List<Optional<float[]>> scores) {
        List<Found> names = new ArrayList<>();
        int first = 0;
        Optional<MentionType> open = Optional.empty();
        double lowest = 1;
        for (int i = 0; i <= scores.size(); i++) {
            Optional<float[]> here = i < scores.size() ? scores.get(i) : Optional.empty();
            Optional<Label> label = here.map(this::best);
            Optional<MentionType> type = label.flatMap(Label::type);
            if (open.isPresent()
                    && (!type.equals(open) || label.filter(Label::begins).isPresent())) {
                names.add(new Found(first, i, open.get(), lowest));
                open = Optional.empty();
            }
            if (type.isPresent()) {
                double share = share(here.get(), type.get());
                lowest = open.isPresent() ? Math.min(lowest, share) : share;
                first = open.isPresent() ? first : i;
                open = type;
            }
        }
        return names;
    }

    private Label best(float[] scores) {
        int best = 0;
        for (int i = 1; i < count(); i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return inOrder.get(best);
    }

    private double share(float[] scores, MentionType type) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double all = 0;
        double ofType = 0;
        for (int i = 0; i < count(); i++) {
            double weight = Math.exp(scores[i] - most);
            all += weight;
            ofType += inOrder.get(i).type().equals(Optional.of(type)) ? weight : 0;
        }
        return ofType / all;
    }
}
