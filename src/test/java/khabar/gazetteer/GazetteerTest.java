package khabar.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = load();

    private static Gazetteer load() {
        long start = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.load();
        System.out.printf("gazetteer loaded in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        return gazetteer;
    }

    private static Optional<Entity> find(String name) {
        List<String> normals = Tokeniser.normals(name);
        return GAZETTEER.longest(normals, 0).stream()
                .filter(match -> match.length() == normals.size())
                .findFirst()
                .map(match -> match.entries().getFirst().entity());
    }

    private static Optional<String> nationality(String word) {
        return GAZETTEER.nationality(String.join(" ", Tokeniser.normals(word)));
    }

    @ParameterizedTest
    @CsvSource({
        "سيرغي شويغو, id/person/sergei-shoigu",
        "Sergei Shoigu, id/person/sergei-shoigu",
        "Sergey Shoigu, id/person/sergei-shoigu",
        "بشار الاسد, id/person/bashar-al-assad",
        "Bashar el-Assad, id/person/bashar-al-assad",
        "فلاديمير بوتين, id/person/vladimir-putin",
        "بوتين, id/person/vladimir-putin",
        "Putin, id/person/vladimir-putin",
        "مهدي عاكف, id/person/mohammed-mahdi-akef",
        "وزارة الدفاع الروسية, id/organisation/russian-defence-ministry",
        "Russian Defense Ministry, id/organisation/russian-defence-ministry",
        "تنظيم الدولة الاسلامية, id/organisation/islamic-state",
        "داعش, id/organisation/islamic-state",
        "ISIS, id/organisation/islamic-state",
        "الجيش العربي السوري, id/organisation/syrian-army",
        "القوات الحكومية السورية, id/organisation/syrian-army",
        "قوات سوريا الديمقراطية, id/organisation/syrian-democratic-forces",
        "SDF, id/organisation/syrian-democratic-forces",
        "وحدات حماية الشعب الكردية, id/organisation/ypg",
        "YPG, id/organisation/ypg",
        "سلاح الجو الروسي, id/organisation/russian-air-force",
        "الرئاسة السورية, id/organisation/syrian-presidency",
        "التحالف الدولي, id/organisation/coalition-against-islamic-state",
        "النجباء, id/organisation/harakat-al-nujaba",
        "ميدل ايست أونلاين, id/organisation/middle-east-online",
        "تركيا, id/place/tur",
        "Turkey, id/place/tur",
        "روسيا, id/place/rus",
        "سورية, id/place/syr",
        "سوريا, id/place/syr",
        "أميركا, id/place/usa",
        "الولايات المتحدة, id/place/usa",
        "U.S., id/place/usa",
        "بريطانيا, id/place/gbr",
        "UK, id/place/gbr",
        "السعودية, id/place/sau",
        "الإمارات, id/place/are",
        "فلسطين, id/place/pse",
        "Kosovo, id/place/xkx",
        "ليبيا, id/place/lby",
        "لبنان, id/place/lbn",
        "دمشق, id/place/damascus-170654",
        "Moscow, id/place/moscow-524901",
        "موسكو, id/place/moscow-524901",
        "دير الزور, id/place/deir-ez-zor-170794",
        "Deir ez-Zor, id/place/deir-ez-zor-170794",
        "Deir al-Zour, id/place/deir-ez-zor-170794",
        "الرقة, id/place/raqqa-172955",
        "Raqqa, id/place/raqqa-172955",
        "بغداد, id/place/baghdad-98182",
        "القاهرة, id/place/cairo-360630",
        "واشنطن, id/place/washington-d-c-4140963",
        "Washington, id/place/washington-d-c-4140963",
        "حلب, id/place/aleppo-170063",
        "Tal Afar, id/place/tal-afar-90393",
        "تلعفر, id/place/tal-afar-90393",
        "كركوك, id/place/kirkuk-94787",
        "al-Qaim, id/place/al-qaim-92138",
        "بئر العبد, id/place/bir-al-abed-410142",
        "Afrin, id/place/afrin-174186",
        "صنعاء, id/place/sanaa-71137",
        "Mogadishu, id/place/mogadishu-53654",
        "حميميم, id/place/hmeimim-sy",
        "Astana, id/place/astana-1526273",
        "Sochi, id/place/sochi-491422",
        "مشهد, id/place/mashhad-124665",
        "Erbil, id/place/erbil-95446",
        "القدس, id/place/jerusalem-281184",
        "Istanbul, id/place/istanbul-745044",
        "New York, id/place/new-york-5128581",
        "إدلب, id/place/idlib-169389",
        "الموصل, id/place/mosul-99072",
    })
    void aNameInTheNewsIsFound(String name, String path) {
        assertThat(find(name).map(Entity::path)).contains(path);
    }

    @Test
    void theLongestNameComesFirst() {
        List<Gazetteer.Match> matches = GAZETTEER.longest(Tokeniser.normals("قوات سوريا الديمقراطية في الرقة"), 0);
        assertThat(matches.getFirst().length()).isEqualTo(3);
        assertThat(GAZETTEER.longest(Tokeniser.normals("في الرقة"), 1))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.length()).isEqualTo(1);
                    assertThat(match.common()).isFalse();
                });
    }

    @Test
    void aNameThatIsAnEverydayWordIsMarked() {
        assertThat(List.of("WHO", "IS", "US", "العربية", "الجزيرة", "القاعدة"))
                .allSatisfy(name -> assertThat(GAZETTEER.longest(Tokeniser.normals(name), 0))
                        .singleElement()
                        .matches(Gazetteer.Match::common));
    }

    @ParameterizedTest
    @ValueSource(strings = {"السلام", "اليوم", "قال", "الرئيس", "الوزير", "المدينة", "وكالات", "حرب"})
    void anEverydayWordIsNoPlace(String word) {
        assertThat(GAZETTEER.longest(Tokeniser.normals(word), 0)).allMatch(Gazetteer.Match::common);
    }

    @ParameterizedTest
    @CsvSource({
        "RUS, روسي, Russian",
        "SYR, سوري, Syrian",
        "USA, أميركي, American",
        "USA, أمريكي, Americans",
        "GBR, بريطاني, British",
        "FRA, فرنسي, French",
        "DEU, ألماني, German",
        "TUR, تركي, Turkish",
        "IRN, إيراني, Iranian",
        "IRQ, عراقي, Iraqi",
        "SAU, سعودي, Saudi",
        "ARE, إماراتي, Emirati",
        "QAT, قطري, Qatari",
        "KWT, كويتي, Kuwaiti",
        "BHR, بحريني, Bahraini",
        "OMN, عماني, Omani",
        "YEM, يمني, Yemeni",
        "EGY, مصري, Egyptian",
        "LBY, ليبي, Libyan",
        "TUN, تونسي, Tunisian",
        "DZA, جزائري, Algerian",
        "MAR, مغربي, Moroccan",
        "SDN, سوداني, Sudanese",
        "SOM, صومالي, Somali",
        "LBN, لبناني, Lebanese",
        "JOR, أردني, Jordanian",
        "PSE, فلسطيني, Palestinian",
        "ISR, إسرائيلي, Israeli",
        "CHN, صيني, Chinese",
        "JPN, ياباني, Japanese",
        "IND, هندي, Indian",
        "PAK, باكستاني, Pakistani",
        "AFG, أفغاني, Afghan",
        "UKR, أوكراني, Ukrainian",
        "NGA, نيجيري, Nigerian",
        "NER, نيجري, Nigerien",
        "KOR, كوري جنوبي, South Korean",
        "PRK, كوري شمالي, North Korean",
        "ZAF, جنوب أفريقي, South African",
        "HUN, مجري, Hungarian",
        "GRC, يوناني, Greek",
        "ESP, إسباني, Spanish",
        "XKX, كوسوفي, Kosovar",
        "NLD, هولندي, Dutch",
        "CHE, سويسري, Swiss",
        "KAZ, كازاخستاني, Kazakh",
        "BRA, برازيلي, Brazilian",
        "SSD, سوداني جنوبي, South Sudanese",
        "MMR, ميانماري, Burmese",
        "ETH, إثيوبي, Ethiopian",
    })
    void aNationalityIsOfItsCountry(String country, String arabic, String english) {
        assertThat(nationality(arabic)).contains(country);
        assertThat(nationality(english)).contains(country);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "روسي",
                "الروسي",
                "روسية",
                "الروسية",
                "روسيون",
                "الروسيين",
                "روسيان",
                "الروسيتين",
                "روسيات",
                "الروس",
                "روس"
            })
    void anArabicNationalityIsFoundInAllItsForms(String form) {
        assertThat(nationality(form)).contains("RUS");
    }

    @Test
    void bothWordsOfANationalityTakeTheArticle() {
        assertThat(nationality("الكورية الشمالية")).contains("PRK");
        assertThat(nationality("الجنوب أفريقية")).contains("ZAF");
        assertThat(nationality("أتراك")).contains("TUR");
        assertThat(GAZETTEER.nationality(Tokeniser.normals("the North Korean army"), 1))
                .contains(new Gazetteer.Nationality(2, "PRK"));
    }

    @Test
    void financeIsNotMalian() {
        assertThat(nationality("المالية")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"جيش", "الجيش", "القوات", "القوات المسلحة", "army", "armed forces", "troops"})
    void theArmyOfIraqIsOneWhateverItsHead(String word) {
        List<String> normals = Tokeniser.normals(word);
        Head.Match match = GAZETTEER.heads(normals, 0).getFirst();
        assertThat(match.length()).isEqualTo(normals.size());
        Entry.Organisation army = GAZETTEER.compose(match.head(), "IRQ");
        assertThat(army.entity().key()).isEqualTo("irq-army");
        assertThat(army.english()).isEqualTo("Iraqi Army");
        assertThat(army.arabic()).isEqualTo("الجيش العراقي");
        assertThat(army.codes()).containsExactly("MIL");
        assertThat(army.origin()).isEqualTo(Entry.Origin.COMPOSED);
        assertThat(GAZETTEER.entry(army.entity())).contains(army);
    }

    @ParameterizedTest
    @CsvSource({
        "وزارة الدفاع, RUS, russian-defence-ministry",
        "defence ministry, IRQ, irq-ministry-of-defence",
        "وزارة الدفاع, USA, pentagon",
        "الخارجية, USA, us-state-department",
        "الجيش, SYR, syrian-army",
        "القوات, ISR, israel-defense-forces",
        "الرئاسة, SYR, syrian-presidency",
        "سلاح الجو, RUS, russian-air-force",
        "parliament, ISR, knesset",
        "police, FRA, fra-police",
        "حكومة, LBN, lbn-government",
    })
    void aListedOrganisationGoesBeforeAComposedOne(String head, String country, String key) {
        Head found = GAZETTEER.heads(Tokeniser.normals(head), 0).getFirst().head();
        assertThat(GAZETTEER.compose(found, country).entity().key()).isEqualTo(key);
    }

    @Test
    void aComposedNameAgreesInGender() {
        Head ministry =
                GAZETTEER.heads(Tokeniser.normals("وزارة الدفاع"), 0).getFirst().head();
        assertThat(GAZETTEER.compose(ministry, "IRQ").arabic()).isEqualTo("وزارة الدفاع العراقية");
        assertThat(GAZETTEER.compose(ministry, "PRK").arabic()).isEqualTo("وزارة الدفاع الكورية الشمالية");
        assertThat(GAZETTEER.compose(ministry, "IRQ").english()).isEqualTo("Iraqi Ministry of Defence");
    }

    @Test
    void aHeadThatNeedsTheArticleIsNotFoundWithoutIt() {
        assertThat(GAZETTEER.heads(Tokeniser.normals("خارجية"), 0)).isEmpty();
    }

    @Test
    void anOfficeIsHeldFromDayToDay() {
        assertThat(holders("وزير الدفاع", "RUS", "2017-09-12")).containsExactly("sergei-shoigu");
        assertThat(holders("Defence Minister", "RUS", "2017-09-12")).containsExactly("sergei-shoigu");
        assertThat(holders("وزير الدفاع", "FRA", "2017-04-30")).containsExactly("jean-yves-le-drian");
        assertThat(holders("وزير الدفاع", "FRA", "2017-05-20")).isEmpty();
        assertThat(holders("foreign minister", "FRA", "2017-05-20")).containsExactly("jean-yves-le-drian");
        assertThat(holders("prime minister", "LBN", "2016-12-17")).containsExactly("tammam-salam");
        assertThat(holders("رئيس الحكومة", "LBN", "2017-11-04")).containsExactly("saad-hariri");
        assertThat(holders("الرئيس", "SYR", "2017-09-12")).containsExactly("bashar-al-assad");
        assertThat(holders("Secretary of State", "USA", "2017-06-01")).containsExactly("rex-tillerson");
        assertThat(holders("الأمين العام", "UNO", "2017-06-01")).containsExactly("antonio-guterres");
    }

    private static List<String> holders(String office, String country, String day) {
        String normal = String.join(" ", Tokeniser.normals(office));
        return GAZETTEER.holders(normal, country, LocalDate.parse(day)).stream()
                .map(person -> person.entity().key())
                .toList();
    }

    @Test
    void nothingIsSaidAfterTheSourceEnds() {
        assertThat(holders("president", "RUS", "2018-12-31")).containsExactly("vladimir-putin");
        assertThat(holders("president", "RUS", "2019-01-01")).isEmpty();
    }

    @Test
    void leadersOfEarlierYearsHeldTheirOfficesOnTheirDays() {
        assertThat(holders("president", "FRA", "2000-01-01")).containsExactly("jacques-chirac");
        assertThat(holders("prime minister", "GBR", "1985-06-01")).containsExactly("margaret-thatcher");
        assertThat(holders("prime minister", "GBR", "2005-06-01")).containsExactly("tony-blair");
        assertThat(holders("president", "IRQ", "2000-01-01")).containsExactly("saddam-hussein");
    }

    @Test
    void aMinisterOfWhomOnlyTheBeginningIsSureHoldsNoOfficeOnOtherDays() {
        Tenure tenure = GAZETTEER.tenures(Entity.person("bernard-kouchner")).getFirst();
        assertThat(tenure.from().value()).isEqualTo("2007-06");
        assertThat(tenure.to()).isEmpty();
        assertThat(tenure.heldOn(LocalDate.parse("2009-01-01"))).isFalse();
    }

    @Test
    void aNameInOneLanguageIsNotGivenInTheOther() {
        Entry group = GAZETTEER
                .entry(Entity.organisation("moro-islamic-liberation-front"))
                .orElseThrow();
        assertThat(group.names()).allMatch(name -> name.language().equals("en"));
        assertThat(group.country()).contains("PHL");
        assertThat(find("Moro Islamic Liberation Front")).contains(group.entity());
    }

    @Test
    void aTownDoesNotTakeTheNameOfALargerPlace() {
        assertThat(GAZETTEER.longest(Tokeniser.normals("Moscow"), 0).getFirst().entries())
                .singleElement()
                .satisfies(city -> assertThat(city.country()).contains("RUS"));
    }

    @Test
    void anOfficeOfAMovementIsNoOfficeOfTheState() {
        Tenure tenure = GAZETTEER.tenures(Entity.person("hassan-nasrallah")).getFirst();
        assertThat(tenure.country()).isEmpty();
        assertThat(GAZETTEER.officeOf(tenure)).contains(Entity.organisation("hezbollah"));
        assertThat(GAZETTEER.officeOf(
                        GAZETTEER.tenures(Entity.person("antonio-guterres")).getFirst()))
                .contains(Entity.organisation("united-nations"));
    }

    @Test
    void aStateIsAnActorAndAPlace() {
        assertThat(GAZETTEER.state("SYR").entity().path()).isEqualTo("id/organisation/syr");
        assertThat(GAZETTEER.country("SYR").point()).hasValueSatisfying(point -> {
            assertThat(point.latitude()).isBetween(34.0, 36.0);
            assertThat(point.longitude()).isBetween(37.0, 40.0);
        });
        assertThat(GAZETTEER.entry(Entity.organisation("syr"))).contains(GAZETTEER.state("SYR"));
        assertThat(GAZETTEER.state("UNO").entity().key()).isEqualTo("united-nations");
        assertThat(GAZETTEER.sources(Entity.organisation("syr"))).isNotEmpty();
        assertThat(GAZETTEER.capital("SYR")).contains(Entity.place("damascus-170654"));
        assertThat(GAZETTEER.capitalOf(Entity.place("ankara-323786"))).contains("TUR");
        assertThatThrownBy(() -> GAZETTEER.state("ZZZ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceSaysWhereElseItIsDescribed() {
        assertThat(GAZETTEER.exactMatches(Entity.place("damascus-170654")))
                .contains("https://sws.geonames.org/170654/", "http://www.wikidata.org/entity/Q3766");
        assertThat(GAZETTEER.exactMatches(Entity.place("hmeimim-sy"))).isEmpty();
    }

    @Test
    void anAreaWithoutANameIsShownByItsCodeAndNotLookedFor() {
        assertThat(GAZETTEER.listed().map(GazetteerReader.Listed::entry))
                .filteredOn(entry -> entry.names().isEmpty())
                .isNotEmpty()
                .allSatisfy(area -> assertThat(area.english()).matches("[A-Z]{2}-[A-Z0-9]+"));
    }

    @Test
    void theVersionIsSixteenDigits() {
        assertThat(GAZETTEER.version()).matches("[0-9a-f]{16}");
    }
}
