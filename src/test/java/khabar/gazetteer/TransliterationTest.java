package khabar.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import khabar.text.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {
    private record Pair(String arabic, String latin) {}

    @ParameterizedTest
    @CsvSource({
        "سيرغي شويغو, Sergei Shoigu",
        "سيرغي شويغو, Sergey Shoygu",
        "معمر القذافي, Muammar Gaddafi",
        "معمر القذافي, Moamer Kadhafi",
        "سيف الإسلام القذافي, Saif al-Islam Gaddafi",
        "عبد الفتاح السيسي, Abdel Fattah el-Sisi",
        "عبدالفتاح السيسي, Abdel-Fattah al-Sisi",
        "علي عبد الله صالح, Ali Abdullah Saleh",
        "حسن نصرالله, Hassan Nasrallah",
        "حسن نصر الله, Hassan Nasrallah",
        "محمد بن سلمان, Mohammed bin Salman",
        "جورج بوش, George W. Bush",
        "ميخائيل غورباتشوف, Mikhail Gorbachev",
        "خوسيه غونزاليس, José González",
        "يوهان شميت, Johann Schmidt",
    })
    void oneNameInTwoScriptsIsTold(String arabic, String latin) {
        assertThat(Transliteration.likeness(arabic, latin)).isGreaterThanOrEqualTo(Transliteration.LIKELY);
    }

    @ParameterizedTest
    @CsvSource({
        "محمود عباس, Mohammed Abbas",
        "بشار الأسد, Hafez al-Assad",
        "عمار العبادي, Omar al-Abadi",
        "أحمد العبادي, Hamad al-Abadi",
        "سعد الحريري, Saeed al-Hariri",
        "جورج بوش, George Bash Smith",
        "علي صالح, Ali Abdullah Saleh",
        "علي عبد الله صالح, Ali Saleh",
    })
    void namesThatShareAPartOnlyAreKeptApart(String arabic, String latin) {
        assertThat(Transliteration.likeness(arabic, latin)).isLessThan(Transliteration.LIKELY);
    }

    @ParameterizedTest
    @CsvSource({
        "سيرغي شويغو, Sergey Shoygu",
        "عبد الله الصالح, Abdullah Saleh",
        "عبدالله صالح, Abdullah al-Saleh",
        "ميخائيل غورباتشوف, Mikhail Gorbachev",
        "معمر القذافي, Muammar al-Qadhafi",
        "نور الدين, Noureddine"
    })
    void spellingsHaveOneKey(String arabic, String latin) {
        assertThat(Transliteration.key(arabic))
                .isEqualTo(Transliteration.key(latin))
                .isNotEmpty();
    }

    @Test
    void whatHasNoLettersOfANameIsLikeNothing() {
        assertThat(Transliteration.likeness("", "Ali")).isZero();
        assertThat(Transliteration.likeness("علي", "")).isZero();
        assertThat(Transliteration.likeness("٢٠١٧", "!")).isZero();
        assertThat(Transliteration.key("…")).isEmpty();
    }

    /** By letters alone, which have not seen these pairs; about 2 in 100 of them are no spellings of one name. */
    @Test
    void pairsHeldOutAreToldFromOthers() throws IOException {
        List<Pair> pairs = heldOut();
        ToDoubleFunction<Pair> letters =
                pair -> Transliteration.letters(Normaliser.normal(pair.arabic()), Normaliser.normal(pair.latin()));
        assertThat(shareOfLikely("parts held out", pairs, letters)).isGreaterThan(0.96);
        assertThat(shareOfLikely("random pairs of parts", shuffled(pairs), letters))
                .isLessThan(0.005);
        List<Pair> names = joined(pairs);
        ToDoubleFunction<Pair> whole = pair -> Transliteration.likeness(pair.arabic(), pair.latin());
        assertThat(shareOfLikely("names of two parts", names, whole)).isGreaterThan(0.93);
        assertThat(shareOfLikely("random pairs of names", shuffled(names), whole))
                .isLessThan(0.001);
        double oneKey = share(
                pairs, pair -> Transliteration.key(pair.arabic()).equals(Transliteration.key(pair.latin())) ? 1 : 0, 1);
        System.out.printf("parts with one key: %.3f%n", oneKey);
        assertThat(oneKey).isGreaterThan(0.9);
    }

    private static double shareOfLikely(String what, List<Pair> pairs, ToDoubleFunction<Pair> likeness) {
        double share = share(pairs, likeness, Transliteration.LIKELY);
        System.out.printf("transliteration, %s: %d, likely %.4f%n", what, pairs.size(), share);
        return share;
    }

    private static double share(List<Pair> pairs, ToDoubleFunction<Pair> value, double least) {
        return pairs.stream().mapToDouble(value).filter(v -> v >= least).count() / (double) pairs.size();
    }

    private static List<Pair> shuffled(List<Pair> pairs) {
        Random random = new Random(7);
        return pairs.stream()
                .map(pair -> new Pair(
                        pair.arabic(), pairs.get(random.nextInt(pairs.size())).latin()))
                .toList();
    }

    private static List<Pair> joined(List<Pair> pairs) {
        return IntStream.range(0, pairs.size() - 1)
                .mapToObj(i -> new Pair(
                        pairs.get(i).arabic() + " " + pairs.get(i + 1).arabic(),
                        pairs.get(i).latin() + " " + pairs.get(i + 1).latin()))
                .toList();
    }

    private static List<Pair> heldOut() throws IOException {
        Path data = Path.of(System.getProperty("khabar.data", "none"), "names/wd_arabic_20");
        assumeThat(data).as("khabar.data is not set").exists();
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(data)) {
            String[] cells = line.split("\t", -1);
            pairs.add(new Pair(cells[1].replace(" ", ""), cells[0]));
        }
        return pairs;
    }
}
