package khabar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import khabar.names.LinkedReading;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final Path FOLDER = Path.of("src/main/resources/event");
    private static final LocalDate DAY = LocalDate.of(2019, 5, 15);

    @Test
    void theWeightsAreThoseOfTheManifest() throws Exception {
        byte[] model = Files.readAllBytes(FOLDER.resolve("filter-ar.bin"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
        assertThat(Files.readString(FOLDER.resolve("filter-ar.txt")))
                .contains("sha256    " + digest)
                .contains("signs     " + Signs.VERSION);
        assertThat(FOLDER.resolve("filter-ar-LICENSE.txt")).exists();
    }

    @Test
    void theWeightsShowNoWordsOfTheGold() throws IOException {
        String model = Files.readString(FOLDER.resolve("filter-ar.bin"), StandardCharsets.ISO_8859_1);
        String utf8 = new String(model.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(utf8).doesNotContainPattern("\\p{IsArabic}{4}");
    }

    @Test
    void comesBackFromItsFileAsItWas() throws IOException {
        byte[] steps = new byte[Signs.SLOTS];
        steps[0] = 127;
        steps[7] = -128;
        steps[Signs.SLOTS - 1] = 1;
        Filter filter = new Filter(steps, 0.5f, Map.of(EventType.PROTEST, new Filter.Sigmoid(1, -2)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        filter.write(new DataOutputStream(bytes));

        Filter read = Filter.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        int[] signs = {0, 7, Signs.SLOTS - 1};
        assertThat(read.score(signs)).isEqualTo(0);
        assertThat(read.probability(EventType.PROTEST, signs)).isEqualTo(1 / (1 + Math.exp(2)));
        assertThat(read.score(new int[] {0})).isEqualTo(63.5);
    }

    @Test
    void refusesATypeThatItWasNotTrainedOn() {
        assertThatThrownBy(() -> Filter.arabic().probability(EventType.AID, new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AID");
    }

    @Test
    void training_isRepeatable_andLearnsWhatTellsTheSentencesApart() {
        List<FilterTrainer.Example> examples = List.of(
                new FilterTrainer.Example(List.of(new int[] {1, 2}, new int[] {3}), 1, 1),
                new FilterTrainer.Example(List.of(new int[] {1, 4}), 1, 1),
                new FilterTrainer.Example(List.of(new int[] {3, 4}), 0, 1),
                new FilterTrainer.Example(List.of(new int[] {2, 3}), 0, 1));
        FilterTrainer.Plan plan = new FilterTrainer.Plan(50, 0.1, 0.01);

        float[] weights = FilterTrainer.train(examples, plan);

        assertThat(weights).isEqualTo(FilterTrainer.train(examples, plan));
        assertThat(weights[1]).isPositive();
        assertThat(weights[3]).isNegative();
    }

    @Test
    void calibration_givesTheShareThatIsRight() {
        double[] scores = new double[200];
        boolean[] labels = new boolean[200];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i < 100 ? 2 : -1;
            labels[i] = i < 80 || i >= 190; // 80 of 100, 10 of 100
        }
        Filter.Sigmoid sigmoid = FilterTrainer.calibrate(scores, labels);
        assertThat(sigmoid.of(2)).isBetween(0.77, 0.83);
        assertThat(sigmoid.of(-1)).isBetween(0.07, 0.13);
    }

    @Test
    void anAttackIsAsSureAsTheFilterSays_whatIsPlannedAsTheRulesSay() {
        String attack =
                "قصفت [القوات العراقية|O irq-army IRQ] مواقع [تنظيم داعش|O islamic-state] في [الحويجة|C hawija IRQ] أمس.";
        String plan = "قد تهاجم [إسرائيل|L isr] [إيران|L irn].";
        assertThat(reports(attack, Judge.RULES).getFirst().confidence()).isEqualTo(0.95);
        assertThat(reports(attack).getFirst().confidence()).isNotEqualTo(0.95).isGreaterThan(0.45);
        assertThat(reports(plan).getFirst().confidence())
                .isEqualTo(reports(plan, Judge.RULES).getFirst().confidence());
    }

    @Test
    void mereMentionOfAttacksIsNotTold_thoughTheRulesWould() {
        String mention =
                "وقال الكاتب إن هجمات [تنظيم القاعدة|O al-qaeda] على [الولايات المتحدة|L usa] غيرت السياسة والثقافة في العالم كله.";
        assertThat(reports(mention, Judge.RULES)).isNotEmpty();
        assertThat(reports(mention)).isEmpty();
    }

    private static List<Report> reports(String marked) {
        LinkedReading reading = Marked.reading("ar", DAY, marked);
        return new EventCoder(Marked.world(reading)).code(reading).reports();
    }

    private static List<Report> reports(String marked, Judge judge) {
        LinkedReading reading = Marked.reading("ar", DAY, marked);
        return new EventCoder(Marked.world(reading), judge).code(reading).reports();
    }
}
