package khabar.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.BadInput;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that users add; the people and places in them are made up. */
class OwnEntriesTest {
    private static final String HEADER =
            "key,type,name_en,name_ar,aliases,country,codes,latitude,longitude,population,within,source,same_as";
    private static final String PREFIXES = """
            @prefix kh: <https://w3id.org/khabar/ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix place: <id/place/> .
            @prefix org: <id/organisation/> .
            @prefix person: <id/person/> .
            @prefix tenure: <id/tenure/> .
            """;

    @TempDir
    Path folder;

    private Gazetteer csv(String... rows) {
        return load("own.csv", HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private Gazetteer load(String name, String text) {
        write(name, text);
        return Gazetteer.load(folder);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Entry> find(Gazetteer gazetteer, String name) {
        List<String> normals = Tokeniser.normals(name);
        return gazetteer.longest(normals, 0).stream()
                .filter(match -> match.length() == normals.size())
                .findFirst()
                .map(match -> match.entries().getFirst());
    }

    @Test
    void rowsBecomeEntriesOfAllTypes() {
        Gazetteer gazetteer = csv(
                "layla-najm,person,Layla Najm,ليلى نجم,ليلى النجم|Leila Najm@fr,LBN,,,,,,https://example.org/who,http://www.wikidata.org/entity/Q1",
                "blue-union,organisation,Blue Union,الاتحاد الأزرق,,LBN,PTY|OPP,,,,,our own list,",
                "najmiya,city,Najmiya,النجمية,,LBN,,33.9,35.6,1200,,our own list,");

        assertThat(find(gazetteer, "ليلى نجم"))
                .contains(find(gazetteer, "Leila Najm").orElseThrow())
                .get()
                .isEqualTo(new Entry.Person(
                        Entity.person("layla-najm"),
                        "Layla Najm",
                        "ليلى نجم",
                        List.of(
                                new Name("Layla Najm", "en"),
                                new Name("ليلى نجم", "ar"),
                                new Name("ليلى النجم", "ar"),
                                new Name("Leila Najm", "fr")),
                        Optional.of("LBN")));
        assertThat(gazetteer.sources(Entity.person("layla-najm"))).containsExactly("https://example.org/who");
        assertThat(gazetteer.exactMatches(Entity.person("layla-najm")))
                .containsExactly("http://www.wikidata.org/entity/Q1");
        Entry.Organisation union =
                (Entry.Organisation) find(gazetteer, "Blue Union").orElseThrow();
        assertThat(union.codes()).containsExactly("PTY", "OPP");
        Entry.Place place = (Entry.Place) find(gazetteer, "النجمية").orElseThrow();
        assertThat(place.point()).contains(new Entry.Point(33.9, 35.6));
        assertThat(place.population()).isEqualTo(1200);
        assertThat(place.within())
                .as("the country where nothing nearer is said")
                .contains(Entity.place("lbn"));
    }

    @Test
    void aKnownThingGetsNamesAndStaysWhatItIs() {
        Gazetteer before = Gazetteer.load();
        Gazetteer gazetteer = csv("damascus-170654,city,,,Jasmine City@en|مدينة الياسمين,,,,,,,our own list,");

        Entry.Place damascus = (Entry.Place) find(gazetteer, "مدينة الياسمين").orElseThrow();
        Entry.Place was = (Entry.Place) find(before, "Damascus").orElseThrow();
        assertThat(damascus.entity()).isEqualTo(was.entity());
        assertThat(damascus.names())
                .containsAll(was.names())
                .hasSize(was.names().size() + 2);
        assertThat(damascus.english()).isEqualTo(was.english());
        assertThat(damascus.point()).isEqualTo(was.point());
        assertThat(find(gazetteer, "Damascus")).contains(damascus);
        assertThat(gazetteer.sources(damascus.entity()))
                .containsAll(before.sources(was.entity()))
                .contains("our own list");
        assertThat(gazetteer.capitalOf(damascus.entity())).contains("SYR");
    }

    private static Stream<String> noTurtle() {
        return Stream.of(
                "<id/person/x> a <https://w3id.org/khabar/ns#Person> ; <a:label> \"Half",
                ":%",
                "@a....................",
                "<id/person/x> <a:label> \"\\uD83D\"@en .",
                "<id/person/x> <a:a> " + "[ <a:a> ".repeat(50_000),
                "<id/person/x> <a:a> " + "( ".repeat(50_000),
                "<id/person/x y> a <https://w3id.org/khabar/ns#Person> .");
    }

    @BadInput({54, 56, 57, 58, 60, 61, 72})
    @ParameterizedTest
    @MethodSource
    void noTurtle(String text) {
        assertThatThrownBy(() -> new UserFile("own.ttl", text).descriptions())
                .isInstanceOf(WrongEntry.class)
                .hasMessageStartingWith("own.ttl:")
                .satisfies(
                        wrong -> assertThat(wrong.getMessage()).hasLineCount(1).hasSizeLessThan(500));
    }

    @Test
    void anArabicNameIsShownOnceThereIsOne() {
        Gazetteer gazetteer = csv("henny-eman,person,,هيني إيمان,,,,,,,,our own list,");

        assertThat(find(gazetteer, "Henny Eman").map(Entry::arabic)).contains("هيني إيمان");
        assertThat(find(gazetteer, "Henny Eman").map(Entry::english)).contains("Henny Eman");
    }

    @Test
    void officesAreRowsOfTheirHolder() {
        Gazetteer gazetteer = load("offices.csv", """
                key,type,name_en,country,source,office_en,office_ar,office_of,from,to,known_until
                layla-najm,person,Layla Najm,LBN,our own list,Minister of Water,وزيرة المياه,,2016-02,2018-03-01,
                layla-najm,person,Layla Najm,LBN,our own list,Chairwoman,رئيسة,hezbollah,2011,,2014-12-31
                """);

        List<Tenure> tenures = gazetteer.tenures(Entity.person("layla-najm"));
        assertThat(tenures).extracting(Tenure::english).containsExactly("Chairwoman", "Minister of Water");
        assertThat(tenures)
                .extracting(Tenure::knownUntil)
                .containsExactly(LocalDate.of(2014, 12, 31), LocalDate.of(2018, 3, 1));
        assertThat(gazetteer.officeOf(tenures.getFirst())).contains(Entity.organisation("hezbollah"));
        assertThat(gazetteer.holders("وزيره المياه", "LBN", LocalDate.of(2017, 5, 5)))
                .extracting(Entry::english)
                .containsExactly("Layla Najm");
    }

    @Test
    void turtleSaysTheSameInTheWordsOfTheProgramsOwnFiles() {
        Gazetteer gazetteer = load("own.ttl", PREFIXES + """
                        <> dct:source "our own list"@en .
                        tenure:layla-najm-a a kh:Tenure ; rdfs:label "Minister of Water"@en ; kh:holder person:layla-najm ;
                          kh:officeOf org:lbn ; kh:from "2016-02"^^xsd:gYearMonth ; kh:to "2018-03-01"^^xsd:date .
                        person:layla-najm a kh:Person ; rdfs:label "Layla Najm"@en, "ليلى نجم"@ar ; kh:country org:lbn .
                        place:najm-area a kh:Place ; rdfs:label "Najm"@en ; kh:feature "area" ; kh:countryCode "LBN" .
                        place:najmiya a kh:Place ; rdfs:label "Najmiya"@en ; kh:feature "city" ; kh:countryCode "LBN" ;
                          kh:within place:najm-area ; wgs:lat 33.9 ; wgs:long 35.6 .
                        """);

        assertThat(find(gazetteer, "ليلى نجم").map(Entry::entity)).contains(Entity.person("layla-najm"));
        assertThat(gazetteer.tenures(Entity.person("layla-najm"))).hasSize(1);
        assertThat(gazetteer.sources(Entity.place("najmiya"))).containsExactly("our own list");
        assertThat(((Entry.Place) find(gazetteer, "Najmiya").orElseThrow()).within())
                .contains(Entity.place("najm-area"));
    }

    @Test
    void theVersionCoversTheFiles() {
        String without = Gazetteer.load(folder.resolve("absent")).version();
        String one =
                csv("layla-najm,person,Layla Najm,,,LBN,,,,,,our own list,").version();
        String other =
                csv("layla-najm,person,Leila Najm,,,LBN,,,,,,our own list,").version();

        assertThat(without).isEqualTo(Gazetteer.load().version());
        assertThat(List.of(without, one, other)).doesNotHaveDuplicates();
    }

    /** What is wrong with each of these rows, all in one file. */
    @Test
    void aWrongRowIsToldWithItsLineAndWhatToDo() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("Layla,person,Layla Najm,,,LBN,,,,,,list,", "KEY of a-z");
        wrong.put("layla-1,human,Layla Najm,,,LBN,,,,,,list,", "expected person, organisation");
        wrong.put("layla-2,person,Layla Najm,,,XYZ,,,,,,list,", "there is no country \"xyz\"");
        wrong.put("layla-3,person,Layla Najm,,,LBN,,,,,,,", "has no source");
        wrong.put("layla-4,person,,,,LBN,,,,,,list,", "has no name to show");
        wrong.put("layla-5,person,Layla Najm,,...,LBN,,,,,,list,", "a name without letters");
        wrong.put("layla-6,person,Layla Najm,,,LBN,,,,,,list,Q42", "no address of the same thing");
        wrong.put("blue-1,organisation,Blue,,,LBN,party,,,,,list,", "no sector code");
        wrong.put("blu,organisation,Blue,,,LBN,,,,,,list,", "choose a longer one");
        wrong.put("irq-army,organisation,Blue,,,IRQ,,,,,,list,", "choose a longer one");
        wrong.put("najmiya-1,city,Najmiya,,,,,,,,,list,", "there is no country");
        wrong.put("najmiya-2,city,Najmiya,,,LBN,,133.9,35.6,,,list,", "from -90 to 90");
        wrong.put("najmiya-3,city,Najmiya,,,LBN,,33.9,,,,list,", "two decimal numbers");
        wrong.put("najmiya-4,city,Najmiya,,,LBN,,33.9,35.6,many,,list,", "no number of people");
        wrong.put("najmiya-5,city,Najmiya,,,LBN,,33.9,35.6,,nowhere,list,", "which is not there");
        wrong.put("najmiya-6,city,Najmiya,,,LBN,,33.9,35.6,,syr,list,", "which is not in LBN");
        wrong.put("new-land,country,New Land,,,LBN,,,,,,list,", "all countries come with Khabar");
        wrong.put("damascus-170654,city,,,Sham,SYR,,1.0,1.0,,,list,", "comes with Khabar");
        // A type that there is not ends the reading of a file: it has one of its own.
        String human = "layla-1,human,Layla Najm,,,LBN,,,,,,list,";
        List<String> ofHuman = problems(write("human.csv", HEADER + "\n" + human + "\n"));
        assertThat(ofHuman)
                .singleElement()
                .asString()
                .contains("human.csv:2: ")
                .contains(String.valueOf(wrong.remove(human)));

        List<String> told = problems(write("own.csv", HEADER + "\n" + String.join("\n", wrong.keySet()) + "\n"));

        assertThat(told).hasSameSizeAs(wrong.keySet());
        assertTold(told, "own.csv:", 2, wrong);
    }

    @Test
    void wrongTurtleIsToldToo() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("person:a1 a kh:Person ; rdfs:label \"Layla\" .", "person/a1 has a name without a language");
        wrong.put("person:a2 a kh:Persn ; rdfs:label \"Layla\"@en .", "person/a2 is not said to be a kh:Person");
        wrong.put("person:a3 a kh:Person ; rdfs:labl \"Layla\"@en .", "person/a3 has no name");
        wrong.put("person:a4 a kh:Person ; rdfs:label \"Layla\"@en, kh:x .", "person/a4 has a name without a language");
        wrong.put("person:a5 a kh:Person ; rdfs:label \"Layla\"@en ; kh:colour 1 .", "person/a5 has kh:colour");
        wrong.put("<id/people/a6> a kh:Person .", "what is <id/people/a6>?");
        String king = " a kh:Tenure ; rdfs:label \"King\"@en ; ";
        wrong.put("tenure:t1" + king + "kh:from \"2017\" ; kh:to \"2018\" .", "tenure/t1 is held by nobody");
        String held = king + "kh:holder person:henny-eman ; ";
        wrong.put("tenure:t2" + held + "kh:from \"2017-13\" ; kh:to \"2018\" .", "\"2017-13\" is no date");
        wrong.put("tenure:t3" + held + "kh:from \"2017\" .", "ends on no date");
        wrong.put("tenure:t4" + held + "kh:to \"2017\" .", "begins on no date");
        wrong.put(
                "tenure:t5" + held + "kh:officeOf org:no-such ; kh:from \"2017\" ; kh:to \"2018\" .",
                "is an office of");
        String head = PREFIXES + "<> dct:source \"list\"@en .\n";

        List<String> told = problems(write("own.ttl", head + String.join("\n", wrong.keySet()) + "\n"));

        assertThat(told).hasSameSizeAs(wrong.keySet());
        assertTold(told, "own.ttl:", head.lines().count() + 1, wrong);
    }

    private static void assertTold(List<String> told, String file, long firstLine, Map<String, String> wrong) {
        long line = firstLine;
        for (Map.Entry<String, String> entry : wrong.entrySet()) {
            String place = file + line++ + ": ";
            assertThat(told)
                    .as(entry.getKey())
                    .anyMatch(problem -> problem.contains(place)
                            && problem.contains(entry.getValue())
                            && problem.lines().count() == 1);
        }
    }

    @Test
    void filesThatCannotBeReadAreTold() throws IOException {
        write("a.csv", "key,type,source,colour\n");
        write("b.csv", "key,type\n");
        write("c.csv", "key,type,source,source\n");
        write("d.csv", "");
        write("e.ttl", PREFIXES + "person:layla a kh:Person rdfs:label \"Layla\"@en .\n");
        Files.write(
                folder.resolve("f.csv"), (HEADER + "\nl,person,Léa,,,,,,,,,s,").getBytes(StandardCharsets.ISO_8859_1));
        write("g.txt", "not looked at");

        assertThat(problems(folder))
                .hasSize(6)
                .anyMatch(p -> p.contains("a.csv:1: there is no column \"colour\""))
                .anyMatch(p -> p.contains("b.csv:1: the column source is missing"))
                .anyMatch(p -> p.contains("c.csv:1: "))
                .anyMatch(p -> p.contains("d.csv:1: "))
                .anyMatch(p -> p.contains("e.ttl:11: not Turtle"))
                .anyMatch(p -> p.contains("f.csv: not UTF-8; save it as UTF-8"));
    }

    private static List<String> problems(Path path) {
        List<String> problems = new ArrayList<>();
        Gazetteer.check(List.of(path), wrong -> problems.add(wrong.getMessage()));
        return problems;
    }

    @Test
    void theFirstWrongEntryStopsTheStart() {
        assertThatThrownBy(() -> csv("good-one,person,Good One,,,LBN,,,,,,list,", "Bad,person,Bad,,,LBN,,,,,,list,"))
                .isInstanceOf(WrongEntry.class)
                .hasMessageContaining("own.csv:3: ");
    }

    @Test
    void aCheckGoesOnWithTheRest() {
        write("a.csv", HEADER + "\nOne,person,A,,,,,,,,,list,\nthree,person,Three Najm,,,,,,,,,list,\n");

        Gazetteer gazetteer = Gazetteer.check(List.of(folder), wrong -> {});

        assertThat(find(gazetteer, "Three Najm")).isPresent();
    }
}
