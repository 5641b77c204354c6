package khabar.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import khabar.text.Normaliser;
import khabar.text.Tokeniser;

/** Distils the word lists that the recogniser carries out of the open name lists, word lists and actor lists. */
final class LexiconBuilder {
    private static final int EXAMPLES = 480_000;
    private static final int FUNCTION_WORD = 1;
    private static final int NOUN = 2;
    private static final int VERB = 4;
    private static final int FIRST = 1;
    private static final int INNER = 2;
    private static final int LAST = 4;

    private final Map<String, Integer> bearers = new HashMap<>();
    private final Map<String, Integer> common = new HashMap<>();
    private final Map<String, Integer> actors = new HashMap<>();

    private LexiconBuilder() {}

    /** The files of the data folder that the lists come from. */
    static final List<String> FILES = List.of(
            "names/wd_arabic_80",
            "names/wd_arabic_20",
            "names/google-transliteration/ar2en.txt",
            "names/hunspell-ar/ar.dic",
            "petrarch-ar/actor_dict_ar_v4.txt");

    static Lexicon build(Path data) {
        LexiconBuilder builder = new LexiconBuilder();
        builder.people(lines(data, 0));
        builder.people(lines(data, 1));
        builder.spellings(lines(data, 2));
        builder.everydayWords(lines(data, 3));
        builder.actors(lines(data, 4));
        return builder.build();
    }

    private static List<String> lines(Path data, int file) {
        try {
            return Files.readAllLines(data.resolve(FILES.get(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void people(List<String> lines) {
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (fields.length >= 3) {
                int count = Integer.parseInt(fields[2].strip());
                bearers.merge(Normaliser.normal(fields[1].replace(" ", "")), count, Integer::sum);
                bearers.merge(Normaliser.normal(fields[0]), count, Integer::sum);
            }
        }
    }

    private void spellings(List<String> lines) {
        for (String line : lines) {
            String name = Normaliser.normal(line.split("\t", -1)[0]);
            if (name.length() > 2) {
                bearers.merge(name, 2, Integer::sum);
            }
        }
    }

    private void everydayWords(List<String> lines) {
        int kind = 0;
        for (String line : lines) {
            if (line.endsWith(".dic")) {
                kind = line.startsWith("names") ? NOUN : line.startsWith("verb") ? VERB : FUNCTION_WORD;
                continue;
            }
            String word = Normaliser.normal(line.split("[/\t ]", -1)[0]);
            if (word.length() > 1 && isArabic(word)) {
                addCommon(word, kind);
                if (!bare(word).equals(word)) {
                    addCommon(bare(word), kind);
                }
            }
        }
    }

    private void addCommon(String word, int kind) {
        common.merge(word, kind, (one, other) -> one | other);
    }

    /** Names of two to four words, each of which is a name or at least no everyday word. */
    private void actors(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                List<String> words =
                        Tokeniser.normals(line.strip().split("[\\s\\[]", -1)[0].replace('_', ' '));
                if (words.size() >= 2 && words.size() <= 4 && words.stream().allMatch(this::isOfPerson)) {
                    for (int i = 0; i < words.size(); i++) {
                        int place = i == 0 ? FIRST : i == words.size() - 1 ? LAST : INNER;
                        addActor(words.get(i), place);
                        if (i > 0 && !bare(words.get(i)).equals(words.get(i))) {
                            addActor(bare(words.get(i)), LAST);
                        }
                    }
                }
            }
        }
    }

    private boolean isOfPerson(String word) {
        return bearers.containsKey(word)
                || bearers.containsKey(bare(word))
                || !common.containsKey(word) && !common.containsKey(bare(word));
    }

    private void addActor(String word, int place) {
        actors.merge(word, place, (one, other) -> one | other);
    }

    private static String bare(String word) {
        return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
    }

    private static boolean isArabic(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    private Lexicon build() {
        SortedMap<Integer, Short> facts = new TreeMap<>();
        for (Map<String, Integer> list : List.of(bearers, common, actors)) {
            for (String word : list.keySet()) {
                facts.put(
                        Hashes.of(word),
                        Lexicon.facts(
                                bearers.getOrDefault(word, 0),
                                common.getOrDefault(word, 0),
                                actors.getOrDefault(word, 0)));
            }
        }
        int[] words = facts.keySet().stream().mapToInt(Integer::intValue).toArray();
        short[] values = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = Objects.requireNonNull(facts.get(words[i]));
        }
        float[] grams = likeness();
        float greatest = 1e-6f;
        for (float gram : grams) {
            greatest = Math.max(greatest, Math.abs(gram));
        }
        byte[] steps = new byte[grams.length];
        for (int i = 0; i < grams.length; i++) {
            steps[i] = (byte) Math.round(grams[i] / greatest * 127);
        }
        return new Lexicon(words, values, steps, greatest / 127, WordClusters.NONE);
    }

    /** Logistic regression on stretches of letters: names of people against everyday words. */
    private float[] likeness() {
        List<String> names = new ArrayList<>(bearers.keySet().stream()
                .filter(word -> word.length() > 2 && isArabic(word))
                .sorted()
                .toList());
        List<String> others = common.keySet().stream()
                .filter(word -> word.length() > 2 && !bearers.containsKey(word))
                .sorted()
                .toList();
        float[] weights = new float[Lexicon.GRAMS];
        if (names.isEmpty() || others.isEmpty()) {
            return weights;
        }
        float[] squares = new float[Lexicon.GRAMS];
        Random random = new Random(1);
        for (int n = 0; n < EXAMPLES; n++) {
            boolean name = random.nextInt(2) == 0;
            List<String> from = name ? names : others;
            String word = from.get(random.nextInt(from.size()));
            int[] grams = Lexicon.grams(name ? bare(word) : word);
            double sum = 0;
            for (int gram : grams) {
                sum += weights[gram];
            }
            double wrong = (name ? 1 : 0) - 1 / (1 + StrictMath.exp(-sum));
            for (int gram : grams) {
                double step = wrong - 1e-4 * weights[gram];
                squares[gram] += (float) (step * step);
                weights[gram] += (float) (0.1 * step / Math.sqrt(1e-3 + squares[gram]));
            }
        }
        return weights;
    }
}
