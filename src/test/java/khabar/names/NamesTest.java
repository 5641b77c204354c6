package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Gazetteer;
import khabar.text.Segmenter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {
    private static final Names NAMES = new Names(Gazetteer.load());
    private static final Pattern MARKED = Pattern.compile("\\[([^|\\]]+)\\|([POL])\\|([a-z0-9-]+)]");

    @TestFactory
    Stream<DynamicTest> readsEveryMarkedNameAndNoOther() throws IOException {
        return Stream.concat(cases("ar"), cases("en"));
    }

    private static Stream<DynamicTest> cases(String language) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NamesTest.class.getResourceAsStream("/names/cases-" + language + ".tsv")),
                StandardCharsets.UTF_8))) {
            return in
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(parts -> DynamicTest.dynamicTest(parts[0] + ": " + parts[1], () -> {
                        List<String> expected = new ArrayList<>();
                        Matcher matcher = MARKED.matcher(parts[1]);
                        while (matcher.find()) {
                            expected.add(matcher.group(1) + " " + matcher.group(2) + " " + matcher.group(3));
                        }
                        String text = matcher.replaceAll("$1");
                        assertThat(read(language, text).links().stream()
                                        .map(NamesTest::told)
                                        .toList())
                                .isEqualTo(expected);
                    }))
                    .toList()
                    .stream();
        }
    }

    private static String told(Link link) {
        String type = switch (link.mention().type()) {
            case PERSON -> "P";
            case ORGANISATION -> "O";
            case PLACE -> "L";
            case OTHER -> "?";
        };
        String key = switch (link.resolution()) {
            case Resolution.Known known -> known.entry().entity().key();
            case Resolution.Dark dark -> "dark";
            case Resolution.Ambiguous ambiguous -> "ambiguous";
            case Resolution.Unknown unknown -> "-";
        };
        return link.mention().text() + " " + type + " " + key;
    }

    @Test
    void aDarkActorHasOneKeyHoweverItsNameIsPointed() {
        assertThat(dark("قال النائب كريم منصور ذلك")).isEqualTo(dark("قال النائب كَريم منصُور ذلك"));
        assertThat(dark("قال النائب كريم منصور ذلك").key()).matches("krym-mnswr-[0-9a-f]{6}");
    }

    private static Entity dark(String text) {
        return read("ar", text).links().getFirst().resolution().entity().orElseThrow();
    }

    @Test
    void anOfficeIsHeldOnTheDayOfPublication() {
        assertThat(told("ar", "غادر وزير الدفاع الفرنسي", LocalDate.of(2016, 5, 1)))
                .containsExactly("وزير الدفاع الفرنسي P jean-yves-le-drian");
        assertThat(told("ar", "غادر وزير الدفاع الفرنسي", LocalDate.of(2030, 5, 1)))
                .isEmpty();
    }

    @Test
    void aLinkTellsWhatItWasMadeByAndWhoElseBearsTheName() {
        assertThat(why("en", "Washington warned them")).isEqualTo("CAPITAL of washington-d-c-4140963");
        assertThat(why("en", "Chad warned them")).isEqualTo("STATE of tcd");
        assertThat(why("ar", "مدينة طرابلس الليبية هادئة")).isEqualTo("NAME of tripoli-lebanon-266826");
        assertThat(why("ar", "وصل الرئيس المصري")).isEqualTo("OFFICE");
        assertThat(why("en", "the Russian army left")).isEqualTo("COMPOSED");
    }

    /** A make, a night, a birthplace, a camp and a thousand million are also what cities are called. */
    @Test
    void anEverydayWordIsACityOnlyWhereMoreSaysSo() {
        LocalDate day = LocalDate.of(2017, 10, 2);
        for (String text : List.of(
                "اشترت الشركة طائرة من طراز جديد",
                "وقع الانفجار في ليل أمس",
                "عاد الشاعر إلى مسقط رأسه",
                "يعيشون في معسكر كبير",
                "بلغ العجز بليون دولار")) {
            assertThat(told("ar", text, day)).as(text).isEmpty();
        }
        assertThat(told("ar", "وصل الوفد إلى مسقط", day)).containsExactly("مسقط L muscat-287286");
        assertThat(told("ar", "وقع زلزال في مدينة طراز", day)).containsExactly("طراز L taraz-1516905");
        assertThat(told("ar", "فاز الفريق الفرنسي في ليل على ضيفه، وقالت فرنسا إنها سعيدة", day))
                .contains("ليل L lille-2998324");
    }

    private static String why(String language, String text) {
        return why(language, text, LocalDate.of(2017, 10, 2));
    }

    private static String why(String language, String text, LocalDate published) {
        Resolution resolution = NAMES.read(Segmenter.segment(article(language, text, published)))
                .links()
                .getFirst()
                .resolution();
        assertThat(resolution).isInstanceOf(Resolution.Known.class);
        Why why = ((Resolution.Known) resolution).why();
        return why.others().stream()
                .findFirst()
                .map(other -> why.basis() + " of " + other.entry().entity().key())
                .orElse(why.basis().name());
    }

    private static List<String> told(String language, String text, LocalDate published) {
        return NAMES.read(Segmenter.segment(article(language, text, published))).links().stream()
                .map(NamesTest::told)
                .toList();
    }

    @Test
    void aNameListedInTheOtherScriptIsFoundOfSomeoneOfTheDayAndTheCountry() {
        String text = "قال وزير الدفاع الأفغاني عبد الرحيم وردك إنه باق";
        assertThat(told("ar", text, LocalDate.of(2010, 5, 1))).containsExactly("عبد الرحيم وردك P abdul-rahim-wardak");
        assertThat(why("ar", text, LocalDate.of(2010, 5, 1))).isEqualTo("TRANSLITERATION");
        assertThat(told("ar", text, LocalDate.of(2035, 5, 1))).doesNotContain("عبد الرحيم وردك P abdul-rahim-wardak");
        assertThat(told("ar", "قال عبد الرحيم وردك إنه باق", LocalDate.of(2010, 5, 1)))
                .doesNotContain("عبد الرحيم وردك P abdul-rahim-wardak");
    }

    @Test
    void aTitleOrASurnameThatSeveralBearLeavesOpenWhoIsMeant(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.csv"), """
                key,type,name_en,name_ar,country,source,office_en,office_ar,from,known_until
                laith-zahrawi,person,Laith Zahrawi,ليث الزهراوي,LBN,our own list,,,,
                laith-zahrawi,person,,,LBN,our own list,Minister of Works,وزير الأشغال,2017-01-01,2018-12-31
                samir-zahrawi,person,Samir Zahrawi,سمير الزهراوي,LBN,our own list,,,,
                samir-zahrawi,person,,,LBN,our own list,Minister of Health,وزير الصحة,2017-01-01,2018-12-31
                """);
        Names names = new Names(Gazetteer.load(folder));
        assertThat(candidates(names, "en", "Lebanese minister Zahrawi resigned"))
                .containsExactly("laith-zahrawi", "samir-zahrawi");
        assertThat(candidates(names, "ar", "استقال الوزير اللبناني الزهراوي"))
                .containsExactly("laith-zahrawi", "samir-zahrawi");
        assertThat(candidates(names, "en", "Laith Zahrawi met Samir Zahrawi. Later Zahrawi resigned."))
                .containsExactly("laith-zahrawi", "samir-zahrawi");
        assertThat(candidates(names, "en", "Lebanese minister Zahrawi resigned, and Samir Zahrawi followed"))
                .isEmpty();
    }

    private static List<String> candidates(Names names, String language, String text) {
        return names.read(Segmenter.segment(article(language, text, LocalDate.of(2017, 10, 2)))).links().stream()
                .map(Link::resolution)
                .filter(Resolution.Ambiguous.class::isInstance)
                .flatMap(open -> ((Resolution.Ambiguous) open).candidates().stream())
                .map(candidate -> candidate.entry().entity().key())
                .sorted()
                .toList();
    }

    @Test
    void anOrganisationOfNounAndNameIsAnActorOfItsOwnAndOneOfNounAndCountryIsNot() {
        assertThat(read("en", "The Blue Valley Movement said its fighters had left the town.")
                        .links())
                .singleElement()
                .satisfies(link -> assertThat(link.resolution()).isInstanceOfSatisfying(Resolution.Dark.class, dark -> {
                    assertThat(dark.actor().name().text()).isEqualTo("Blue Valley Movement");
                    assertThat(dark.actor().entity().type()).isEqualTo(EntityType.ORGANISATION);
                    assertThat(dark.actor().isCommon()).isFalse();
                }));
        assertThat(read("en", "The Tunisian Movement said its members had left.")
                        .links())
                .noneMatch(link -> link.resolution() instanceof Resolution.Dark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "سيطرت القوات العراقية على كركوك. وقتلت القوات عشرة أشخاص. => irq-army",
                "سيطرت القوات العراقية على كركوك. وانسحبت البيشمركة. وقتلت القوات عشرة أشخاص. => -",
                "قتلت القوات عشرة أشخاص في كركوك. => -"
            })
    void forcesWithoutANameAreTheOneArmyNamedBefore(String text, String army) {
        assertThat(read("ar", text).links())
                .filteredOn(link -> link.mention().text().equals("القوات"))
                .map(link -> link.resolution().entity().orElseThrow().key())
                .isEqualTo(army.equals("-") ? List.of() : List.of(army));
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /** Random words, among them names, titles and particles: whatever comes out lies where it says. */
    @ParameterizedTest
    @MethodSource("seeds")
    void mentionsLieInTheTextInOrderAndApart(int seed) {
        String[] words = ("في من قال الرئيس وزير الدفاع الروسي السوري سيرغي شويغو والأسد بالقاهرة للعراق دير الزور ، . "
                        + "الجيش القوات وزارة الخارجية بوتين محمد بن سلمان آل ثاني Putin the U.S. Iraqi army President "
                        + "Karim Mansour 2017 ٢٠١٧ « » تنظيم الدولة الإسلامية التنظيم وَسُورِيّا عبد الملك")
                .split(" ", -1);
        Random random = new Random(seed);
        String text = String.join(
                " ", random.ints(40, 0, words.length).mapToObj(i -> words[i]).toList());
        int end = 0;
        for (Link link : read(seed % 3 == 0 ? "en" : "ar", text).links()) {
            Mention mention = link.mention();
            assertThat(mention.span().start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(end);
            assertThat(mention.span().of(text)).isEqualTo(mention.text()).isNotBlank();
            assertThat(mention.confidence()).isBetween(0.0, 1.0);
            end = mention.span().end();
        }
    }

    private static LinkedReading read(String language, String text) {
        return NAMES.read(Segmenter.segment(article(language, text, LocalDate.of(2017, 10, 2))));
    }

    private static Article article(String language, String text, LocalDate published) {
        Content content = new Content(
                List.of(new Field("body", text)), List.of(new Zone(ZoneKind.BODY, "body", new Span(0, text.length()))));
        Publication publication = new Publication(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Published.on(published)),
                Optional.empty(),
                Optional.of(language),
                Optional.of(Terms.QUOTES));
        return new Article("0123456789abcdef", new SourceRef("test", 1), content, publication);
    }
}
