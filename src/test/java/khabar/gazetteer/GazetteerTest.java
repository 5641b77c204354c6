package khabar.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;

class GazetteerTest {
    @Test
    void loads() {
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            Gazetteer gazetteer = Gazetteer.load();
            System.out.println("loaded in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            List<String> normals = Tokeniser.normals("دير الزور");
            assertThat(gazetteer.longest(normals, 0)).isNotEmpty();
            assertThat(gazetteer.nationality("الروسيه")).contains("RUS");
        }
    }
}
