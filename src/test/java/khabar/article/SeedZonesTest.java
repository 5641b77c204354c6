package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The article that the project starts from, where the data folder is there. */
class SeedZonesTest {
    @Test
    void theSeedHasTheZonesThatAReaderSees() {
        Path seed = Path.of(System.getProperty("khabar.data", "")).resolve("seed");
        assumeTrue(!seed.startsWith("seed") && Files.isDirectory(seed), "no data folder");
        List<Parsed> read = new ArrayList<>();
        ArticleFiles.read(seed, read::add);
        Article article = ((Parsed.Accepted) read.getFirst()).article();
        Content content = article.content();
        assertThat(article.publication().published()).contains(Published.on(LocalDate.of(2017, 9, 12)));
        assertThat(article.publication().source().orElseThrow().split(" ")).hasSize(3);
        assertThat(content.zones(ZoneKind.HEADLINE)).hasSize(1);
        assertThat(content.zones(ZoneKind.STANDFIRST)).hasSize(1);
        assertThat(content.zones(ZoneKind.SOURCE)).hasSize(1);
        assertThat(content.zones(ZoneKind.CAPTION)).hasSize(1);
        assertThat(content.zones(ZoneKind.DATELINE)).hasSize(1);
        assertThat(content.zones(ZoneKind.BODY)).hasSize(13);
        assertThat(content.zones(ZoneKind.RELATED)).hasSize(9);
    }
}
