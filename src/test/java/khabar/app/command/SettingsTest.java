package khabar.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.article.Terms;
import khabar.vocab.Base;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void whatIsGivenBeatsThePropertyAndThatTheEnvironment() {
        Map<String, String> property = Map.of("khabar.base", "https://property.example/");
        Map<String, String> variable =
                Map.of("KHABAR_BASE", "https://variable.example/", "KHABAR_STORE_DIRECTORY", "/tmp/there");

        Settings given = Settings.of(Map.of("khabar.base", "https://given.example/"), property, variable);
        Settings ofProperty = Settings.of(Map.of(), property, variable);
        Settings ofVariable = Settings.of(Map.of(), Map.of(), variable);

        assertThat(given.base()).contains(new Base("https://given.example/"));
        assertThat(ofProperty.base()).contains(new Base("https://property.example/"));
        assertThat(ofVariable.base()).contains(new Base("https://variable.example/"));
        assertThat(given.store()).isEqualTo(Path.of("/tmp/there"));
    }

    @Test
    void aMistypedNameIsNotPassedOver() {
        for (String name : List.of("khabar.nonsense", "khabar.sources.daily.term", "khabar.endpoint.row")) {
            assertThatThrownBy(() -> Settings.of(Map.of(name, "full"), Map.of(), Map.of()))
                    .hasMessageContaining(name);
        }
    }

    /** In a row of the README's table the names after the first may leave out what they have in common with it. */
    @Test
    void whatTheReadmeNamesMaySet() throws IOException {
        Pattern name = Pattern.compile("`((?:khabar)?\\.[a-zA-Z.-]+)`");
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `khabar."))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .toList();

        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            String group = "";
            for (Matcher names = name.matcher(row); names.find(); ) {
                String given = names.group(1).startsWith(".") ? group + names.group(1) : names.group(1);
                group = given.substring(0, given.lastIndexOf('.'));
                String setting = given.replace("KEY", "daily").replace("NAME", "layla");
                assertThatCode(() -> Settings.checkNames(Map.of(setting, ""))).doesNotThrowAnyException();
            }
        });
    }

    @Test
    void termsOfSourcesComeTheSameWays() {
        Settings settings = Settings.of(
                Map.of("khabar.sources.daily.terms", "full"),
                Map.of("khabar.sources.daily.terms", "quotes", "khabar.sources.weekly.terms", "quotes"),
                Map.of("KHABAR_SOURCES_WEEKLY_TERMS", "metadata", "KHABAR_SOURCES_AL_KHALEEJ_TERMS", "metadata"));

        assertThat(settings.terms().bySource())
                .isEqualTo(Map.of("daily", Terms.FULL, "weekly", Terms.QUOTES, "al-khaleej", Terms.METADATA));
        assertThat(settings.arguments()).contains("--khabar.sources.al-khaleej.terms=metadata");
    }

    @Test
    void theStoreLiesUnderHomeAndWithoutThatUnderTheCurrentFolder() {
        assertThat(Settings.of(Map.of("khabar.home", "/repo"), Map.of(), Map.of())
                        .store())
                .isEqualTo(Path.of("/repo/data/store"));
        assertThat(Settings.of(Map.of(), Map.of(), Map.of()).store())
                .isEqualTo(Path.of("data/store").toAbsolutePath());
    }

    @Test
    void ownGazetteerFilesLieBesideTheDefaultOfTheStoreOrWhereItIsSaid() {
        assertThat(Settings.of(Map.of("khabar.home", "/repo"), Map.of(), Map.of())
                        .gazetteer())
                .isEqualTo(Path.of("/repo/data/gazetteer"));
        assertThat(Settings.of(Map.of(), Map.of(), Map.of("KHABAR_GAZETTEER_DIRECTORY", "/srv/names"))
                        .gazetteer())
                .isEqualTo(Path.of("/srv/names"));
    }

    @Test
    void aPortIsANumberThatAPortMayHave() {
        for (String wrong : new String[] {"65536", "-1", "http", "99999999999"}) {
            assertThatThrownBy(() -> Settings.of(Map.of("server.port", wrong), Map.of(), Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a port: " + wrong + "; give a number from 0 to 65535");
        }
    }

    @Test
    void theServerIsToldOfEachSettingOnce() {
        Settings settings =
                Settings.of(Map.of("khabar.store.directory", "/tmp/s", "server.port", "0"), Map.of(), Map.of());

        assertThat(settings.arguments())
                .containsExactlyInAnyOrder(
                        "--khabar.store.directory=/tmp/s",
                        "--khabar.gazetteer.directory="
                                + Path.of("data/gazetteer").toAbsolutePath(),
                        "--khabar.jobs.backups=" + Path.of("data/backups").toAbsolutePath(),
                        "--khabar.log.directory=/tmp/s/log",
                        "--server.port=0");
        assertThat(settings.base()).isEqualTo(Optional.empty());
    }

    @Test
    void aBaseThatIsNoneIsSaidAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("khabar.base", "nonsense"), Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
    }
}
