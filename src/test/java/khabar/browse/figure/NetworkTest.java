package khabar.browse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P-13")
class NetworkTest {
    private static final Network.Party MIDDLE = new Network.Party("Russia", "en", "/id/organisation/rus");

    private static Network.Party party(int number) {
        return new Network.Party("Party " + number, "en", "/id/organisation/" + number);
    }

    private static List<Network.Tie> ties(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Network.Tie(MIDDLE, party(i), "/relations", many - i, i % 2, 1 - i % 2))
                .toList();
    }

    @Test
    void aNetworkSaysHowManyItLeavesOut() {
        Network network = Network.around(MIDDLE, ties(40), 3481);
        assertThat(network.lines()).hasSize(Network.MOST);
        assertThat(network.drawn()).isEqualTo(Network.MOST);
        assertThat(network.cut()).isTrue();
        assertThat(network.lines().getFirst().tie().side()).isEqualTo(Side.CONFLICT);
        assertThat(network.lines().getFirst().thick())
                .isGreaterThan(network.lines().getLast().thick());
        assertThat(Network.around(MIDDLE, ties(3), 3).cut()).isFalse();
    }

    @Test
    void allNamesHaveRoomInTheDrawing() {
        Network network = Network.around(MIDDLE, ties(12), 12);
        assertThat(network.knots()).hasSize(13).allSatisfy(knot -> {
            double width = 7.5 * 20;
            double left = knot.anchor().equals("end") ? knot.nameX() - width : knot.nameX() - width / 2;
            double right = knot.anchor().equals("start") ? knot.nameX() + width : knot.nameX() + width / 2;
            assertThat(knot.anchor().equals("start") ? knot.nameX() : left).isGreaterThanOrEqualTo(0);
            assertThat(knot.anchor().equals("end") ? knot.nameX() : right).isLessThanOrEqualTo(Network.WIDTH);
        });
        assertThat(new Network.Party("Organisation for the Prohibition", "en", "").shortName())
                .hasSizeLessThanOrEqualTo(20)
                .endsWith("…");
    }

    @Test
    void withoutAMiddleThoseWithTheMostTiesAreDrawn() {
        List<Network.Tie> pairs = List.of(
                new Network.Tie(party(1), party(2), "/r", 5, 5, 0), new Network.Tie(party(2), party(3), "/r", 1, 0, 1));
        Network network = Network.among(pairs, 3);
        assertThat(network.knots().getFirst().party()).isEqualTo(party(2));
        assertThat(network.lines()).extracting(line -> line.tie().events()).containsExactly(5L, 1L);
    }
}
