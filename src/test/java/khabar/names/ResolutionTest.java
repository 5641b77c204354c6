package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final Entry CHAD = Gazetteer.load().country("TCD");

    @Test
    void oneCandidateIsNoChoice() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Resolution.Ambiguous(List.of(new Scored(CHAD, 0.5))));
    }

    @Test
    void whatIsAmbiguousIsNobody() {
        assertThat(new Resolution.Ambiguous(List.of(new Scored(CHAD, 0.5), new Scored(CHAD, 0.4))).entity())
                .isEmpty();
        assertThat(new Resolution.Known(CHAD, 0.9, Why.by(Basis.NAME)).entity()).contains(Entity.place("tcd"));
    }

    @Test
    void noMoreOthersAreToldThanAreOfUse() {
        assertThat(new Why(Basis.NAME, Collections.nCopies(9, new Scored(CHAD, 0.1))).others())
                .hasSize(Why.MOST_OTHERS);
    }

    @Test
    void aScoreIsAShareOfOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scored(CHAD, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scored(CHAD, Double.NaN));
    }
}
