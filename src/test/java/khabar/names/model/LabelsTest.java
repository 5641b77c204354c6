package khabar.names.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.names.MentionRecogniser.Found;
import khabar.names.MentionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static final Map<String, Optional<MentionType>> TYPES = Map.of(
            "PERS", Optional.of(MentionType.PERSON), "LOC", Optional.of(MentionType.PLACE), "DATE", Optional.empty());

    /** Labels of the words of a sentence, a dash for one that the model has not seen; what is expected: type, first, last. */
    @ParameterizedTest
    @CsvSource({
        "O B-PERS I-PERS O B-LOC, PERSON 1 3|PLACE 4 5",
        "B-PERS B-PERS I-PERS, PERSON 0 1|PERSON 1 3",
        "I-PERS I-PERS O I-LOC, PERSON 0 2|PLACE 3 4",
        "B-PERS I-LOC I-LOC, PERSON 0 1|PLACE 1 3",
        "S-PERS B-LOC E-LOC U-LOC L-LOC, PERSON 0 1|PLACE 1 3|PLACE 3 5",
        "PERS PERS O LOC, PERSON 0 2|PLACE 3 4",
        "B-PERS - I-PERS, PERSON 0 1|PERSON 2 3",
        "B-DATE I-DATE B-LOC, PLACE 2 3",
        "O O, ''"
    })
    void labelsBecomeNames(String labels, String names) {
        List<String> words = List.of(labels.split(" "));
        List<String> known =
                words.stream().filter(label -> !label.equals("-")).distinct().toList();
        Labels read = new Labels(known.stream()
                .map(label -> Label.of(label, TYPES).orElseThrow())
                .toList());
        List<Found> found = read.names(words.stream()
                .map(label -> Optional.of(known.indexOf(label))
                        .filter(index -> index >= 0)
                        .map(index -> scores(known.size(), index)))
                .toList());
        assertThat(found.stream().map(name -> "%s %d %d".formatted(name.type(), name.first(), name.last())))
                .containsExactlyElementsOf(Arrays.stream(names.split("\\|"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void aNameIsAsSureAsItsLeastCertainWordAndAllLabelsOfTheTypeCount() {
        Labels labels = new Labels(List.of(
                new Label(Optional.empty(), false),
                new Label(Optional.of(MentionType.PERSON), true),
                new Label(Optional.of(MentionType.PERSON), false)));
        List<Found> found =
                labels.names(List.of(Optional.of(new float[] {0, 9, 0}), Optional.of(new float[] {0, 1, 2})));
        double all = 1 + Math.E + Math.E * Math.E;
        assertThat(found)
                .singleElement()
                .satisfies(name -> assertThat(name.confidence()).isCloseTo((all - 1) / all, within(1e-6)));
    }

    @Test
    void aTypeThatThePluginDoesNotNameIsUnknown() {
        assertThat(Label.of("B-FAC", TYPES)).isEmpty();
    }

    private static float[] scores(int size, int best) {
        float[] scores = new float[size];
        scores[best] = 5;
        return scores;
    }
}
