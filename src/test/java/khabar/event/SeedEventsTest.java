package khabar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khabar.article.ArticleFiles;
import khabar.article.Parsed;
import khabar.article.ZoneKind;
import khabar.gazetteer.Gazetteer;
import khabar.names.Names;
import khabar.text.Segmenter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The article that the project starts from, read through the whole line. */
class SeedEventsTest {
    private static ReportedArticle reported;

    @BeforeAll
    static void read() throws IOException {
        String data = System.getProperty("khabar.data", "");
        assumeTrue(!data.isBlank() && !data.startsWith("${"), "no khabar.data");
        Gazetteer gazetteer = Gazetteer.load();
        List<Parsed> parsed = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(data, "seed"))) {
            files.sorted().forEach(file -> ArticleFiles.read(file, parsed::add));
        }
        Parsed.Accepted accepted = (Parsed.Accepted) parsed.getFirst();
        reported = new EventCoder(gazetteer).code(new Names(gazetteer).read(Segmenter.segment(accepted.article())));
    }

    @Test
    void tellsTheVisitOnceWithItsSentences() {
        List<Report> meetings = reported.reports().stream()
                .filter(report -> report.code().type() == EventType.CONSULT)
                .toList();
        assertThat(meetings).singleElement().satisfies(report -> {
            assertThat(SentenceCasesTest.shown(report))
                    .startsWith("CONSULT-visit sergei-shoigu > bashar-al-assad @damascus")
                    .contains("#2017-09-12");
            assertThat(report.evidence()).hasSizeGreaterThan(3);
            assertThat(report.contexts()).contains(Context.MILITARY);
        });
    }

    @Test
    void tellsTheSiegeWithoutADay() {
        assertThat(shown())
                .anySatisfy(report -> assertThat(report)
                        .startsWith("COERCE-restrict islamic-state > ")
                        .contains("@deir-ez-zor")
                        .contains("#interval"));
    }

    @Test
    void tellsTheOperationWithThoseWhoBackIt() {
        assertThat(shown())
                .anySatisfy(report -> assertThat(report)
                        .startsWith("ASSAULT syrian-democratic-forces+coalition")
                        .contains("> islamic-state @raqqa")
                        .doesNotContain("#"));
    }

    @Test
    void takesNothingFromHeadlinesOfOtherArticles() {
        assertThat(reported.reports())
                .flatExtracting(Report::evidence)
                .extracting(evidence -> reported.reading()
                        .text()
                        .sentences()
                        .get(evidence.sentence())
                        .zone()
                        .kind())
                .doesNotContain(ZoneKind.RELATED);
    }

    private static List<String> shown() {
        return reported.reports().stream()
                .filter(report -> report.status() == Status.HAPPENED)
                .map(SentenceCasesTest::shown)
                .toList();
    }
}
