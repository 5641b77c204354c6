package khabar.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransliterationsTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @ParameterizedTest
    @CsvSource({
        "هيني إيمان, henny-eman",
    })
    void whoIsListedInEnglishOnlyIsFoundByAnArabicName(String name, String key) {
        Gazetteer.Match match =
                GAZETTEER.transliterated(Tokeniser.normals(name), entry -> true).orElseThrow();
        assertThat(match.entries()).extracting(entry -> entry.entity().key()).containsExactly(key);
        assertThat(match.transliterated()).isTrue();
        assertThat(match.length()).isEqualTo(Tokeniser.normals(name).size());
    }

    @Test
    void aNameInItsOwnScriptIsNoTransliteration() {
        assertThat(GAZETTEER.longest(Tokeniser.normals("Henny Eman"), 0))
                .isNotEmpty()
                .noneMatch(Gazetteer.Match::transliterated);
        assertThat(GAZETTEER.transliterated(Tokeniser.normals("Henny Eman"), entry -> true))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"إيمان", "هيني", "فلاديمير بوتين", "", "٢٠١٧ ٢٠١٨"})
    void oneWordIsNotEnoughAndWhoHasAnArabicNameIsNotLookedFor(String name) {
        assertThat(GAZETTEER.transliterated(Tokeniser.normals(name), entry -> true))
                .isEmpty();
    }

    /** Everyone as if listed in English only, asked for by the Arabic names that the gazetteer has. */
    @Test
    void thoseWithNamesInBothScriptsAreFoundAmongAll() {
        List<Entry.Person> both = GAZETTEER.persons().stream()
                .filter(person -> arabic(person).isPresent())
                .toList();
        Transliterations all =
                new Transliterations(() -> GAZETTEER.persons().stream().map(TransliterationsTest::inEnglish));
        int right = 0;
        int wrong = 0;
        for (Entry.Person person : both) {
            List<Entity> found = all.of(Tokeniser.normals(arabic(person).orElseThrow()), entry -> true).stream()
                    .map(scored -> scored.entry().entity())
                    .toList();
            right += found.equals(List.of(person.entity())) ? 1 : 0;
            wrong += found.isEmpty() || found.contains(person.entity()) ? 0 : 1;
        }
        System.out.printf("by transliteration: %d of %d found, %d wrong%n", right, both.size(), wrong);
        assertThat(right).isGreaterThan(both.size() * 85 / 100);
        assertThat(wrong).isLessThanOrEqualTo(both.size() / 50);
    }

    private static Optional<String> arabic(Entry.Person person) {
        return person.names().stream()
                .filter(name -> name.isArabic() && name.text().contains(" "))
                .map(Name::text)
                .findFirst();
    }

    private static Entry inEnglish(Entry.Person person) {
        List<Name> names =
                person.names().stream().filter(name -> !name.isArabic()).toList();
        return new Entry.Person(person.entity(), person.english(), person.english(), names, person.country());
    }

    @Test
    void arabicOnlyIsFoundByALatinName() {
        Entry.Person person = new Entry.Person(
                Entity.person("a"),
                "خليل الزاوي",
                "خليل الزاوي",
                List.of(new Name("خليل الزاوي", "ar")),
                Optional.empty());
        Transliterations one = new Transliterations(() -> Stream.of(person));
        assertThat(one.of(Tokeniser.normals("Khalil al-Zawi"), entry -> true))
                .extracting(Transliterations.Scored::entry)
                .containsExactly(person);
        assertThat(one.of(Tokeniser.normals("Khalid al-Zawi"), entry -> true)).isEmpty();
        assertThat(one.of(Tokeniser.normals("Khalil al-Zawi"), entry -> false)).isEmpty();
    }
}
