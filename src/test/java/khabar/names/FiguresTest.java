package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    @TempDir
    private Path folder;

    @Test
    void aFigureIsToldBesideTheOneBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("figures.tsv"), "places, all\t84.25\n");
        Figures figures = new Figures(file);
        assertThat(figures.beside("places, all", 90)).isEqualTo("before 84.3");
        assertThat(figures.beside("people, all", 70)).isEqualTo("new");
        assertThat(file).hasContent("places, all\t84.25\n");
        Files.writeString(file, "no tab\n");
        assertThatThrownBy(() -> new Figures(file)).hasMessageContaining("no tab");
    }
}
