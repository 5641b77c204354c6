package khabar.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever a thing is called, what stands for it in an address has small letters, digits and hyphens only. */
class SlugFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void name(byte[] input) {
        String name = new String(input, StandardCharsets.UTF_8);

        assertThat(Slug.of(name)).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(Slug.unique(name))
                .matches("[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{6}")
                .isEqualTo(Slug.unique(name));
    }
}
