package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterLearningTest {
    private static final ClusterLearning.Plan FEW = new ClusterLearning.Plan(4, 2);

    /** Towns stand after "to", people before "went", days at the end. */
    private static final String ENGLISH = sentences(
            "%s went to %s on %s",
            List.of("anna", "omar", "layla"), List.of("rome", "cairo", "oslo"), List.of("monday", "friday", "sunday"));

    private static final String ARABIC = sentences(
            "%s الى %s يوم %s",
            List.of("سافرت", "ذهبت", "عادت"), List.of("روما", "تونس", "اوسلو"), List.of("الاثنين", "الجمعة", "الاحد"));

    private static String sentences(String frame, List<String> one, List<String> two, List<String> three) {
        return IntStream.range(0, 27)
                .mapToObj(i -> frame.formatted(one.get(i % 3), two.get(i / 3 % 3), three.get(i / 9)))
                .collect(Collectors.joining(".\n", "", "."));
    }

    @Test
    void wordsOfLikeCompanyAreOneCluster() {
        Map<String, Integer> clusters = learnt().learn(FEW, round -> {}).other();
        assertThat(List.of("rome", "cairo", "oslo").stream().map(clusters::get)).containsOnly(clusters.get("cairo"));
        assertThat(List.of("monday", "friday", "sunday").stream().map(clusters::get))
                .containsOnly(clusters.get("friday"));
        assertThat(clusters.get("rome")).isNotEqualTo(clusters.get("friday")).isBetween(1, 4);
        Map<String, Integer> arabic = learnt().learn(FEW, round -> {}).arabic();
        assertThat(arabic.get("روما")).isEqualTo(arabic.get("تونس")).isBetween(1, 4);
        assertThat(arabic).as("stems").containsKey("جمعه").doesNotContainKey("الجمعه");
    }

    @Test
    void whatIsWrittenIsReadAndTheSameTextGivesTheSame() throws IOException {
        String written = written();
        assertThat(written()).isEqualTo(written);
        WordClusters read = ClusterLearning.read("own.tsv", written.lines().toList());
        ClusterLearning.Learnt learnt = learnt().learn(FEW, round -> {});
        learnt.arabic()
                .forEach((word, cluster) ->
                        assertThat(read.of(true, word)).as(word).isEqualTo(cluster));
        learnt.other()
                .forEach((word, cluster) ->
                        assertThat(read.of(false, word)).as(word).isEqualTo(cluster));
        assertThat(read.of(true, "rome")).as("said in English only").isZero();
    }

    @Test
    void aWrongLineIsRefusedByFileAndLine() {
        assertThatThrownBy(() -> ClusterLearning.read("own.tsv", List.of("# words", "en\t3\trome", "rome\t3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.tsv, line 3")
                .hasMessageContaining("khabar clusters");
    }

    private static ClusterLearning learnt() {
        ClusterLearning learning = new ClusterLearning(Lexicon.EMPTY);
        learning.add(Corpus.article("en", ENGLISH).text());
        learning.add(Corpus.article("ar", ARABIC).text());
        return learning;
    }

    private static String written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learnt().write(FEW, bytes, round -> {});
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
