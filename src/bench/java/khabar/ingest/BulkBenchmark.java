package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.app.Khabar;
import khabar.gazetteer.Gazetteer;
import khabar.store.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast {@code khabar ingest --bulk} makes a store of raw articles: {@code mvn -Pbench verify -Dtest=BulkBenchmark
 * -Dkhabar.articles=100000}. The command runs in a process of its own with little memory, once from beginning to end, and
 * once killed on its way and started again, after which the same statements have to be there.
 */
class BulkBenchmark {
    private static final int ARTICLES = Integer.getInteger("khabar.articles", 5_000);
    private static final int A_FILE = 1_000;
    private static final int WORDS = 300;
    private static final String MEMORY = "-Xmx1g";

    @Test
    void rate(@TempDir Path folder) throws IOException, InterruptedException {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        new Archive(1).write(archive, ARTICLES);
        System.out.printf("%nLoading %d articles of %d words, %s%n", ARTICLES, WORDS, MEMORY);

        Process whole = load(archive, folder.resolve("whole"));
        System.out.print(new String(whole.getInputStream().readAllBytes()));
        System.out.printf("Store: %d MB%n", size(folder.resolve("whole")) >> 20);
        assertThat(whole.waitFor()).isZero();

        if (ARTICLES <= 5_000) {
            Process killed = load(archive, folder.resolve("killed"));
            killed.waitFor(ARTICLES / 100, TimeUnit.SECONDS);
            killed.destroyForcibly().waitFor();
            Process again = load(archive, folder.resolve("killed"));
            System.out.print("After a kill: " + new String(again.getInputStream().readAllBytes()));
            assertThat(statements(folder, "killed")).isEqualTo(statements(folder, "whole"));
        }
    }

    private static Process load(Path archive, Path store) throws IOException {
        return Child.start(
                Child.classPath(),
                List.of(MEMORY, "-XX:TieredStopAtLevel=4"),
                Khabar.class,
                "ingest",
                "--bulk",
                archive.toString(),
                "--store",
                store.toString());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** All but times of reading. */
    private static List<String> statements(Path folder, String store) throws IOException, InterruptedException {
        Path dump = folder.resolve(store + ".nq");
        Child.run(
                Child.classPath(),
                List.of(),
                Khabar.class,
                "export",
                "--format",
                "NQUADS",
                "-o",
                dump.toString(),
                "--store",
                folder.resolve(store).toString());
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> !line.contains("dateTime>") && !line.contains("/graph/dataset>"))
                    .sorted()
                    .toList();
        }
    }

    /** Made-up news in both languages: what happened between states in the last days, some of it told more than once. */
    private static final class Archive {
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
        private static final List<String> ENGLISH_WORDS = List.of(("road market school water winter price report "
                        + "morning engineer harvest bridge season village teacher paper season garden letter number window slowly "
                        + "quiet early again longer without during between small large green old open closed grew fell stayed "
                        + "remained showed lasted turned moved carried the a of in and with for from their its").split(" "));
        private static final List<String> ARABIC_WORDS = List.of(("طريق سوق مدرسة ماء شتاء سعر تقرير صباح مهندس حصاد جسر موسم قرية معلم"
                        + " ورق حديقة رسالة عدد نافذة ببطء هادئ مبكر أطول دون خلال بين صغير كبير أخضر قديم مفتوح مغلق نما هبط بقي ظهر"
                        + " دام تحول تحرك حمل من في على مع عن إلى ثم كما لكن").split(" "));
        private static final int FILLING = 12;

        /** Of an article so many sentences do, as in usual news. */
        private static final int TELLING = 3;

        private final Gazetteer gazetteer = Gazetteer.load();
        private final Random random;

        Archive(long seed) {
            this.random = new Random(seed);
        }

        void write(Path folder, int articles) throws IOException {
            for (int from = 0; from < articles; from += A_FILE) {
                try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("%07d.jsonl".formatted(from)))) {
                    for (int n = from; n < Math.min(articles, from + A_FILE); n++) {
                        out.write(JsonMapper.shared().writeValueAsString(article(n)));
                        out.newLine();
                    }
                }
            }
        }

        private Map<String, String> article(int number) {
            boolean arabic = random.nextBoolean();
            LocalDate day = LocalDate.of(2016, 1, 1).plusDays(number / 50);
            String headline = sentence(arabic, day, true);
            StringBuilder body = new StringBuilder(headline);
            for (int n = 1; body.chars().filter(letter -> letter == ' ').count() < WORDS; n++) {
                body.append(sentence(arabic, day, n < TELLING));
                if (random.nextInt(3) == 0) {
                    body.append("\n\n");
                }
            }
            return Map.of(
                    "id", "bulk-" + number,
                    "headline", headline.strip(),
                    "body", body.toString().strip(),
                    "published", day + "T12:00:00Z",
                    "language", arabic ? "ar" : "en",
                    "source", "Bulk " + random.nextInt(20));
        }

        /** Of one of those things that happened on one of the last three days, or of none. */
        private String sentence(boolean arabic, LocalDate published, boolean telling) {
            if (!telling) {
                List<String> words = arabic ? ARABIC_WORDS : ENGLISH_WORDS;
                return Stream.generate(() -> words.get(random.nextInt(words.size())))
                                .limit(FILLING)
                                .collect(Collectors.joining(" "))
                        + ". ";
            }
            LocalDate day = published.minusDays(random.nextInt(3));
            Random of = new Random(day.toEpochDay() * 1_000 + random.nextInt(60));
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
            return arabic ? gazetteer.country(code).arabic() : gazetteer.country(code).english();
        }

        private String capital(String code, boolean arabic) {
            return gazetteer.capital(code)
                    .flatMap(gazetteer::entry)
                    .map(place -> arabic ? place.arabic() : place.english())
                    .orElseThrow();
        }
    }
}
