package khabar.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever stands in a gazetteer file, it is understood or named in one line. */
class OwnFileFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void csv(byte[] input) {
        read("own.csv", input);
    }

    @FuzzTest(maxDuration = "30s")
    void turtle(byte[] input) {
        read("own.ttl", input);
    }

    private static void read(String name, byte[] input) {
        try {
            new UserFile(name, new String(input, StandardCharsets.UTF_8)).descriptions();
        } catch (WrongEntry wrong) {
            assertThat(wrong).hasMessageStartingWith(name + ":");
            assertThat(String.valueOf(wrong.getMessage()).lines()).hasSize(1);
        }
    }
}
