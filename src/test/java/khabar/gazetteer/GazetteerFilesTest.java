package khabar.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every entry of every file. */
class GazetteerFilesTest {
    private static final Path FILES = Path.of("rdf/gazetteer");
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @Test
    void everyFileIsLoaded() throws IOException {
        assertThat(files(FILES)).containsExactlyInAnyOrderElementsOf(Gazetteer.FILES);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .toList();
        }
    }

    @Test
    void everyFileNamesItsSourceAndLicence() {
        assertThat(Gazetteer.FILES)
                .allSatisfy(name -> GazetteerFile.named(name).read(description -> {
                    if (description.subject().isEmpty()) {
                        assertThat(description.texts(Description.SOURCE))
                                .as(name)
                                .isNotEmpty();
                        assertThat(description.texts("http://purl.org/dc/terms/license"))
                                .as(name)
                                .isNotEmpty();
                    }
                }));
    }

    @ParameterizedTest
    @FieldSource("khabar.gazetteer.Gazetteer#FILES")
    void plainTurtleIsReadAsJenaReadsIt(String name) throws IOException {
        List<Description> plain = new ArrayList<>();
        GazetteerFile.named(name).read(plain::add);
        UserFile file = new UserFile(name, Files.readString(FILES.resolve(name + ".ttl")));
        assertThat(plain)
                .isEqualTo(TurtleEntries.of(file).stream()
                        .map(UserFile.Placed::description)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<> a [] .", "<a> <b> ?c .", "<a> <b> \"c", "<a> <b> \"c\"@en", "x:a <b> 1 .", "<a"})
    void whatIsNotPlainIsRefusedWithFileAndLine(String turtle) {
        assertThatThrownBy(() -> PlainTurtle.read("places", "\n" + turtle, description -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("places.ttl, line ");
    }

    @Test
    void everyEntryHasASource() {
        assertThat(GAZETTEER.listed())
                .allSatisfy(listed -> assertThat(listed.sources())
                        .as(listed.entry().entity().path())
                        .isNotEmpty());
    }

    @Test
    void everyCityLiesInACountryAndContainmentHasNoCycle() {
        assertThat(GAZETTEER.listed().map(GazetteerReader.Listed::entry)).allSatisfy(entry -> {
            if (entry instanceof Entry.Place place && place.feature() != Entry.Feature.COUNTRY) {
                Set<Entity> seen = new HashSet<>();
                Entry.Place top = place;
                while (top.within().isPresent()) {
                    assertThat(seen.add(top.entity())).as("cycle at %s", place).isTrue();
                    Optional<Entry> container = GAZETTEER.entry(top.within().get());
                    assertThat(container).as("container of %s", top.entity()).isPresent();
                    top = (Entry.Place) container.get();
                }
                assertThat(top.feature()).as(place.entity().path()).isEqualTo(Entry.Feature.COUNTRY);
                assertThat(top.country()).isEqualTo(place.country());
            }
        });
    }

    @Test
    void everyCountryHasNamesAndAnAdjectiveForComposedNames() {
        Head army = GAZETTEER.heads(List.of("army"), 0).getFirst().head();
        List<Entry.Place> countries = GAZETTEER
                .listed()
                .flatMap(listed -> listed.entry() instanceof Entry.Place place ? Stream.of(place) : Stream.empty())
                .filter(place -> place.feature() == Entry.Feature.COUNTRY)
                .toList();
        assertThat(countries).hasSizeGreaterThanOrEqualTo(249).allSatisfy(country -> {
            assertThat(country.english()).isNotBlank();
            assertThat(country.arabic()).isNotBlank();
            Entry.Organisation composed =
                    GAZETTEER.compose(army, country.country().orElseThrow());
            assertThat(composed.english()).isNotBlank().doesNotContain("%s");
            assertThat(composed.arabic()).isNotBlank().doesNotContain("%s");
        });
    }

    @Test
    void everyTenureIsOfAKnownPersonAndOrganisation() {
        assertThat(GAZETTEER.listed().map(listed -> listed.entry().entity()))
                .filteredOn(entity -> entity.type() == EntityType.PERSON)
                .isNotEmpty()
                .allSatisfy(person -> assertThat(GAZETTEER.tenures(person))
                        .isNotEmpty()
                        .allSatisfy(tenure -> {
                            assertThat(tenure.from().earliest()).isBefore(tenure.knownUntil());
                            assertThat(GAZETTEER.officeOf(tenure).flatMap(GAZETTEER::entry))
                                    .as(tenure.key())
                                    .isPresent();
                        }));
    }

    @Test
    void namesAreCutAsTextIsCut() {
        assertThat(GAZETTEER.listed().flatMap(listed -> listed.entry().names().stream()))
                .allSatisfy(
                        name -> assertThat(Spellings.normals(name.text())).isEqualTo(Tokeniser.normals(name.text())));
    }

    @Test
    void theProgramMakesTheSameFilesAgain(@TempDir Path made) throws IOException, InterruptedException {
        String data = System.getProperty("khabar.data", "");
        assumeThat(data.isBlank() || data.startsWith("${"))
                .as("khabar.data is not set")
                .isFalse();
        assumeThat(Path.of(data, "gazetteer")).as("no gazetteer in khabar.data").isDirectory();
        ProcessBuilder program = new ProcessBuilder("python3", "src/distil/gazetteer.py", made.toString()).inheritIO();
        program.environment().put("KHABAR_DATA", data);
        assumeThat(python()).as("python3 is not there").isTrue();
        assertThat(program.start().waitFor()).isZero();
        assertThat(files(made)).containsExactlyInAnyOrderElementsOf(files(FILES));
        for (String name : Gazetteer.FILES) {
            assertThat(made.resolve(name + ".ttl")).hasSameBinaryContentAs(FILES.resolve(name + ".ttl"));
        }
    }

    private static boolean python() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
