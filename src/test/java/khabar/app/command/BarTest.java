package khabar.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarTest {
    @Test
    void aBarShowsHowMuchIsDoneAndLeavesTheLineEmpty() throws InterruptedException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (Bar bar = Bar.on(new PrintStream(shown, true, StandardCharsets.UTF_8), "backup", " k", 1_000)) {
            bar.at(25_000, 100_000);
            Thread.sleep(500);
        }
        String text = shown.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("backup", "25%", "25/100");
        assertThat(text.substring(text.lastIndexOf('\r', text.length() - 2))).isBlank();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }
}
