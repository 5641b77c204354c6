package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import khabar.app.command.ExitCode;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of names become gazetteer files that are good; the people and names in them are made up. */
class GazetteerCommandTest {
    private static final Entity DAMASCUS = Entity.place("damascus-170654");
    private static final Entity LAYLA = Entity.person("layla-najm-q999999901");

    @TempDir
    Path folder;

    private Path own = Path.of("");
    private Shell shell = new Shell(Path.of("unused"));

    @BeforeEach
    void useANewFolder() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
        shell = new Shell(folder.resolve("store"));
    }

    private Shell.Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("gazetteer"));
        all.addAll(Arrays.asList(arguments));
        all.add("-Dkhabar.gazetteer.directory=" + own);
        return shell.run(all.toArray(String[]::new));
    }

    private Shell.Ran importFrom(String collection, String table, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("table.txt"), table);
        List<String> all = new ArrayList<>(List.of("import", "--from", collection, file.toString()));
        all.addAll(List.of("-o", own.resolve("names.ttl").toString()));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    /** The file of the folder, once it is found good. */
    private Gazetteer checked() {
        Shell.Ran alone = run("check", own.resolve("names.ttl").toString());
        assertThat(alone.out()).as(alone.err()).endsWith(", 0 wrong\n");
        assertThat(run("check").code()).isZero();
        return Gazetteer.load(own);
    }

    private static List<Entity> bearers(Gazetteer gazetteer, String name) {
        List<String> normals = Tokeniser.normals(name);
        return gazetteer.longest(normals, 0).stream()
                .filter(match -> match.length() == normals.size())
                .flatMap(match -> match.entries().stream())
                .map(Entry::entity)
                .toList();
    }

    @Test
    void geoNamesGivesNamesToPlacesThatAreKnown() throws IOException {
        Shell.Ran ran = importFrom("geonames", """
                1\t170654\tar\tمدينة الياسمين الأبيض\t\t\t\t\t\t
                2\t170654\ten\tWhite Jasmine "City" \\ of\t1\t\t\t\t\t
                3\t170654\ten\tOld Jasmine Town\t\t\t\t1\t\t
                4\t170654\ten\tLapsed Jasmine Town\t\t\t\t\t1900\t1920
                5\t170654\tlink\thttps://example.org/jasmine\t\t\t\t\t\t
                6\t170654\tfr\tVille du Jasmin\t\t\t\t\t\t
                7\t1\ten\tNowhere Jasmine\t\t\t\t\t\t
                8\t170654\ten\tDamascus\t\t\t\t\t\t
                """);

        assertThat(ran).isEqualTo(new Shell.Ran(0, """
                read 8 rows: 2 names, 1 known things with more names, 0 new people and organisations
                left out 1 places that Khabar does not know
                """, ""));
        Gazetteer gazetteer = checked();
        assertThat(bearers(gazetteer, "مدينة الياسمين الأبيض")).containsExactly(DAMASCUS);
        assertThat(gazetteer.entry(DAMASCUS).orElseThrow().names())
                .extracting(name -> name.text())
                .contains("White Jasmine \"City\" \\ of", "Damascus")
                .doesNotContain("Old Jasmine Town", "Lapsed Jasmine Town", "Ville du Jasmin");
        assertThat(gazetteer.entry(DAMASCUS).orElseThrow().english()).isEqualTo("Damascus");
        assertThat(gazetteer.sources(DAMASCUS)).contains("https://www.geonames.org/");
        assertThat(run("check").out())
                .isEqualTo("checked 1 files: 0 new, 1 known with more names or sources, 0 wrong\n");
    }

    @Test
    void wikidataGivesNamesAndNewPeopleAndOrganisations() throws IOException {
        Shell.Ran ran = importFrom("wikidata", """
                qid,type,label,lang,alias
                Q999999901,person,ليلى نجم,ar,ليلى النجم|ليلى صالح نجم
                Q999999901,person,Layla Najm,en,
                http://www.wikidata.org/entity/Q999999902,organization,"Blue, or Azure, Union",en,
                Q3766,place,Jasmine Town,en,
                Q999999903,place,Najmiya,en,
                Q999999904,person,Leïla,fr,
                """, "--languages", "ar,en,fr");

        assertThat(ran).isEqualTo(new Shell.Ran(0, """
                read 6 rows: 6 names, 1 known things with more names, 2 new people and organisations
                left out 1 places that Khabar does not know
                left out 1 people and organisations without a name in English or Arabic
                """, ""));
        Gazetteer gazetteer = checked();
        assertThat(bearers(gazetteer, "ليلى النجم")).containsExactly(LAYLA);
        assertThat(gazetteer.entry(LAYLA).map(Entry::english)).contains("Layla Najm");
        assertThat(gazetteer.entry(LAYLA).map(Entry::arabic)).contains("ليلى نجم");
        assertThat(gazetteer.exactMatches(LAYLA)).containsExactly("http://www.wikidata.org/entity/Q999999901");
        assertThat(bearers(gazetteer, "Blue, or Azure, Union"))
                .containsExactly(Entity.organisation("blue-or-azure-union-q999999902"));
        assertThat(bearers(gazetteer, "Jasmine Town")).containsExactly(DAMASCUS);
    }

    @Test
    void theSameThingIsFoundInFilesThatStandBefore() throws IOException {
        String table = "qid\ttype\tlabel\tlang\talias\nQ7747\tperson\tPutin Made Up\ten\t\n";
        assertThat(importFrom("wikidata", table.replace("Putin Made Up", "Vladimir Putin"))
                        .out())
                .contains("1 new people")
                .contains("1 of the new bear a name of another that is known");
        Files.writeString(own.resolve("a.csv"), """
                key,type,source,same_as
                vladimir-putin,person,our own list,http://www.wikidata.org/entity/Q7747
                """);

        assertThat(importFrom("wikidata", table).out()).contains("1 known things", " 0 new people");

        assertThat(bearers(checked(), "Putin Made Up")).containsExactly(Entity.person("vladimir-putin"));
    }

    @Test
    void paraNamesIsReadPackedAndAgainToTheSame() throws IOException {
        Path packed = folder.resolve("paranames.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("""
                    wikidata_id\teng\tlabel\tlanguage\ttype
                    Q999999901\tLayla Najm\tليلى نجم\tar\tPER
                    Q999999901\tLayla Najm\tLeila Najm\tfr\tPER
                    Q999999905\t\tاتحاد "النجوم\tar\tORG
                    Q999999903\tNajmiya\tالنجمية\tar\tLOC
                    """.getBytes(StandardCharsets.UTF_8));
        }
        Path written = own.resolve("names.ttl");
        String[] command = {"import", "--from", "paranames", "--languages", "ar", packed.toString(), "-o", "" + written
        };

        assertThat(run(command).code()).isZero();
        String first = Files.readString(written);
        Gazetteer gazetteer = checked();

        assertThat(bearers(gazetteer, "ليلى نجم"))
                .as("the key is of the English name")
                .containsExactly(LAYLA);
        assertThat(bearers(gazetteer, "Layla Najm")).isEmpty();
        assertThat(bearers(gazetteer, "اتحاد النجوم"))
                .singleElement()
                .extracting(Entity::key)
                .asString()
                .endsWith("-q999999905");
        assertThat(run(command).code()).isZero();
        assertThat(written).hasContent(first);
    }

    @Test
    void linesOfWrongShapeAreToldAndTheRestGoesOn() throws IOException {
        Shell.Ran ran = importFrom(
                "geonames",
                "1\t170654\tar\n".repeat(22)
                        + "2\tx\tar\tاسم\t\t\t\t\t\t\n".repeat(1)
                        + "3\t170654\ten\tWhite Jasmine Town\t\t\t\t\t\t\n");

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).hasLineCount(21).contains("table.txt:1: 3 cells", "table.txt:20: ", "3 more lines");
        assertThat(bearers(checked(), "White Jasmine Town")).containsExactly(DAMASCUS);

        Shell.Ran labels = importFrom("wikidata", """
                qid,type,label,lang,alias
                42,person,Layla Najm,en,
                Q999999901,river,Layla Najm,en,
                Q999999901,person,...,en,
                Q999999901,person
                Q999999901,person,,en,
                Q999999901,person,Layla Najm,en,
                """);

        assertThat(labels.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(labels.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("table.txt:2: qid is \"42\""),
                        line -> assertThat(line).contains("table.txt:3: type is \"river\""),
                        line -> assertThat(line).contains("table.txt:4: a name without letters"),
                        line -> assertThat(line).contains("table.txt:5: 2 cells"),
                        line -> assertThat(line).contains("table.txt:6: no name"));
        assertThat(bearers(checked(), "Layla Najm")).containsExactly(LAYLA);
    }

    @Test
    void whatIsNoSuchTableWritesNothing() throws IOException {
        Shell.Ran ran = importFrom("paranames", "qid,label\nQ1,x\n");

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err())
                .contains("table.txt:1: the column wikidata_id is missing")
                .hasLineCount(1);
        assertThat(own).isEmptyDirectory();
        assertThat(run("import", "--from", "geonames", folder.resolve("none").toString())
                        .code())
                .isEqualTo(ExitCode.NO_INPUT);
        assertThat(run("import", "--from", "geonames", "--languages", "!", "x").code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("import", "--from", "dbpedia", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("import", "--from", "geonames", "x", "-o", "x.txt").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aTableThatBreaksOffKeepsWhatCameBefore() throws IOException {
        Shell.Ran ran = importFrom("wikidata", """
                qid,type,label,lang,alias
                Q999999901,person,Layla Najm,en,
                Q999999906,person,"Never closed,en,
                """);

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err())
                .contains("table.txt:3: cannot be read on from here")
                .hasLineCount(1);
        assertThat(bearers(checked(), "Layla Najm")).containsExactly(LAYLA);
    }

    @Test
    void checkSaysAllThatIsWrong() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("a.csv"), "key,type,name_en,source\nA,person,A,s\nb-b,person,B B,\nc-c,person,C C,s\n");

        Shell.Ran ran = run("check", wrong.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).hasLineCount(2).contains(wrong + ":2: ", wrong + ":3: ");
        assertThat(run("check", folder.resolve("none.ttl").toString()).code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(run("check").out())
                .isEqualTo("checked 0 files: 0 new, 0 known with more names or sources, 0 wrong\n");
    }

    @Test
    void helpSaysWhenAServerTakesNewFiles() {
        for (String command : List.of("check", "import")) {
            assertThat(run(command, "--help").out()).contains("khabar gazetteer reload", "Exit codes:");
        }
        assertThat(run().code()).isEqualTo(ExitCode.USAGE);
    }
}
