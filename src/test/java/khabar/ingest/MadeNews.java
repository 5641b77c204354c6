package khabar.ingest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.gazetteer.Gazetteer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up news in both languages: what happened between states in the last days, some of it told more than once. Fifty articles
 * a day; an article follows from its number.
 */
public final class MadeNews {
    /** Of an article. */
    static final int WORDS = 300;

    private static final List<String> STATES = List.of(
            "EGY", "SYR", "IRQ", "JOR", "LBN", "SAU", "QAT", "KWT", "OMN", "YEM", "TUN", "DZA", "MAR", "LBY", "SDN",
            "TUR", "IRN", "RUS", "FRA", "DEU", "ITA", "ESP", "GBR", "USA", "CHN", "IND", "JPN", "PAK", "AFG", "GRC",
            "CYP", "POL", "UKR", "SWE", "NOR", "BRA", "MEX", "KEN", "ETH", "NGA");
    private static final List<String> ENGLISH = List.of(
            "The foreign minister of %1$s met his counterpart from %2$s in %3$s on %4$s. ",
            "The army of %1$s shelled positions near %3$s on %4$s, and two soldiers were killed. ",
            "Thousands of people protested in %3$s on %4$s against the government of %1$s. ",
            "%1$s accused %2$s of breaking the agreement that both had signed in %3$s. ",
            "The president of %1$s visited %3$s on %4$s and held talks with the government of %2$s. ");
    private static final List<String> ARABIC = List.of(
            "التقى وزير خارجية %1$s نظيره من %2$s في %3$s يوم %4$s. ",
            "قصف جيش %1$s مواقع قرب %3$s يوم %4$s وقتل جنديان. ",
            "تظاهر آلاف الأشخاص في %3$s يوم %4$s ضد حكومة %1$s. ",
            "اتهمت %1$s %2$s بخرق الاتفاق الذي وقعه الطرفان في %3$s. ",
            "زار رئيس %1$s %3$s يوم %4$s وأجرى محادثات مع حكومة %2$s. ");
    private static final List<String> ENGLISH_WORDS =
            List.of(("road market school water winter price report morning engineer "
                            + "harvest bridge season village teacher paper season garden letter number window slowly quiet early again longer "
                            + "without during between small large green old open closed grew fell stayed remained showed lasted turned moved "
                            + "carried the a of in and with for from their its")
                    .split(" "));
    private static final List<String> ARABIC_WORDS =
            List.of(("طريق سوق مدرسة ماء شتاء سعر تقرير صباح مهندس حصاد جسر موسم قرية معلم"
                            + " ورق حديقة رسالة عدد نافذة ببطء هادئ مبكر أطول دون خلال بين صغير كبير أخضر قديم مفتوح مغلق نما هبط بقي ظهر"
                            + " دام تحول تحرك حمل من في على مع عن إلى ثم كما لكن")
                    .split(" "));
    private static final int A_DAY = 50;

    /** Things that happen in a day. */
    private static final int HAPPENING = 60;

    private static final int SOURCES = 20;
    private static final int FILLING = 12;

    /** Of an article so many sentences do, as in usual news. */
    private static final int TELLING = 3;

    private final long seed;
    private final Gazetteer gazetteer;

    public MadeNews(long seed, Gazetteer gazetteer) {
        this.seed = seed;
        this.gazetteer = gazetteer;
    }

    /** A line of JSON. */
    public String line(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        boolean arabic = random.nextBoolean();
        LocalDate day = LocalDate.of(2016, 1, 1).plusDays(number / A_DAY);
        String headline = sentence(random, arabic, day, true);
        StringBuilder body = new StringBuilder(headline);
        for (int n = 1; body.chars().filter(letter -> letter == ' ').count() < WORDS; n++) {
            body.append(sentence(random, arabic, day, n < TELLING));
            if (random.nextInt(3) == 0) {
                body.append("\n\n");
            }
        }
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        "made-" + number,
                        "headline",
                        headline.strip(),
                        "body",
                        body.toString().strip(),
                        "published",
                        day + "T12:00:00Z",
                        "language",
                        arabic ? "ar" : "en",
                        "source",
                        "Made news " + random.nextInt(SOURCES)));
    }

    /** Of one of those things that happened on one of the last three days, or of none. */
    private String sentence(Random random, boolean arabic, LocalDate published, boolean telling) {
        if (!telling) {
            List<String> words = arabic ? ARABIC_WORDS : ENGLISH_WORDS;
            return Stream.generate(() -> words.get(random.nextInt(words.size())))
                            .limit(FILLING)
                            .collect(Collectors.joining(" "))
                    + ". ";
        }
        LocalDate day = published.minusDays(random.nextInt(3));
        Random of = new Random(day.toEpochDay() * 1_000 + random.nextInt(HAPPENING));
        List<String> patterns = arabic ? ARABIC : ENGLISH;
        String pattern = patterns.get(of.nextInt(patterns.size()));
        String one = STATES.get(of.nextInt(STATES.size()));
        String other = STATES.get(of.nextInt(STATES.size()));
        String third = STATES.get(of.nextInt(STATES.size()));
        Locale locale = Locale.forLanguageTag(arabic ? "ar-u-nu-latn" : "en");
        return pattern.formatted(
                state(one, arabic),
                state(other, arabic),
                capital(third, arabic),
                DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day));
    }

    private String state(String code, boolean arabic) {
        return arabic
                ? gazetteer.country(code).arabic()
                : gazetteer.country(code).english();
    }

    private String capital(String code, boolean arabic) {
        return gazetteer
                .capital(code)
                .flatMap(gazetteer::entry)
                .map(place -> arabic ? place.arabic() : place.english())
                .orElseThrow();
    }
}
