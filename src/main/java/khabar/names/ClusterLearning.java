package khabar.names;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.text.SegmentedArticle;

/**
 * Learns from plain articles which words stand in like company, for {@code mvn -Ptrain verify} to train the recogniser with.
 * Arabic and other languages have clusters of their own. The same articles in the same order give the same clusters.
 */
public final class ClusterLearning {
    /** How many clusters there are, and how rare a word may be. */
    public record Plan(int clusters, int leastUses) {
        /** Found by trial on articles that the recogniser was not trained on. */
        public static final Plan USUAL = new Plan(256, 3);

        public static final int MOST_CLUSTERS = 4096;

        /** Throws {@link IllegalArgumentException} with one line for a person. */
        public Plan {
            if (clusters < 2 || clusters > MOST_CLUSTERS) {
                throw new IllegalArgumentException(
                        "there cannot be " + clusters + " clusters; give a number from 2 to " + MOST_CLUSTERS);
            }
            if (leastUses < 1) {
                throw new IllegalArgumentException(
                        "a word cannot be used " + leastUses + " times; give a number from 1 on");
            }
        }
    }

    /** How often every word may change its cluster; few still do after so many. */
    public static final int ROUNDS = 20;

    /** The most words of a language that have a cluster; the commonest. */
    private static final int MOST_WORDS = 60_000;

    private static final String ARABIC = "ar";
    private static final String OTHER = "en";
    private static final Pattern LINE = Pattern.compile("(ar|en)\t([1-9]\\d{0,3})\t(\\S.*)");
    private static final String HEADER =
            "# Words that stand in like company, by the number of their cluster. Written by khabar clusters.\n";

    private final Lexicon lexicon;
    private final Text arabic = new Text();
    private final Text other = new Text();

    ClusterLearning(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** With the word lists of the recogniser that comes with the program. */
    public static ClusterLearning begin() {
        return new ClusterLearning(Recogniser.loadLexicon());
    }

    /** The sentences of one language as numbers of words. */
    private static final class Text {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<int[]> sentences = new ArrayList<>();

        void add(List<String> words) {
            sentences.add(words.stream()
                    .mapToInt(word -> numbers.computeIfAbsent(word, found -> numbers.size()))
                    .toArray());
        }
    }

    public void add(SegmentedArticle article) {
        for (Phrase phrase : Phrase.of(article)) {
            (phrase.arabic() ? arabic : other)
                    .add(IntStream.range(0, phrase.size())
                            .mapToObj(i -> lexicon.stem(phrase, i))
                            .toList());
        }
    }

    /** How many words and marks were added. */
    public long words() {
        return Stream.of(arabic, other)
                .flatMap(text -> text.sentences.stream())
                .mapToLong(sentence -> sentence.length)
                .sum();
    }

    /**
     * The cluster of each word that is used often enough, from 1 on.
     *
     * @param arabic in Arabic text
     * @param other in other text
     */
    record Learnt(Map<String, Integer> arabic, Map<String, Integer> other) {
        WordClusters clusters() {
            return WordClusters.of(arabic, other);
        }
    }

    /** @param watch is told how many rounds are done */
    Learnt learn(Plan plan, IntConsumer watch) {
        return new Learnt(learn(arabic, plan, watch), learn(other, plan, round -> watch.accept(ROUNDS + round)));
    }

    private static Map<String, Integer> learn(Text text, Plan plan, IntConsumer watch) {
        int[] uses = new int[text.numbers.size()];
        text.sentences.forEach(sentence -> Arrays.stream(sentence).forEach(word -> uses[word]++));
        List<String> kept = text.numbers.entrySet().stream()
                .filter(entry -> uses[entry.getValue()] >= plan.leastUses())
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -uses[entry.getValue()])
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
        int[] ranks = new int[uses.length];
        for (int rank = 0; rank < kept.size(); rank++) {
            ranks[text.numbers.getOrDefault(kept.get(rank), 0)] = Exchange.FIRST + rank;
        }
        Exchange exchange = new Exchange(
                text.sentences.stream()
                        .map(sentence ->
                                Arrays.stream(sentence).map(word -> ranks[word]).toArray())
                        .iterator(),
                Exchange.FIRST + kept.size(),
                plan.clusters());
        for (int round = 1; round <= ROUNDS; round++) {
            boolean moved = exchange.round();
            watch.accept(round);
            if (!moved) {
                break;
            }
        }
        Map<String, Integer> clusters = new HashMap<>();
        for (int rank = 0; rank < kept.size(); rank++) {
            clusters.put(kept.get(rank), exchange.cluster(Exchange.FIRST + rank));
        }
        clusters.remove(""); // numbers and marks stand beside words and are none
        return clusters;
    }

    /**
     * Learns, and writes a line for each word: ar or en for Arabic and other text, the number of its cluster, the word.
     *
     * @param watch is told how many of twice {@link #ROUNDS} rounds are done
     * @return how many words have a cluster
     */
    public int write(Plan plan, OutputStream out, IntConsumer watch) throws IOException {
        Learnt learnt = learn(plan, watch);
        String text = Stream.concat(lines(ARABIC, learnt.arabic()), lines(OTHER, learnt.other()))
                .collect(Collectors.joining("\n", HEADER, "\n"));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return learnt.arabic().size() + learnt.other().size();
    }

    private static Stream<String> lines(String language, Map<String, Integer> clusters) {
        return clusters.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(word -> language + "\t" + word.getValue() + "\t" + word.getKey());
    }

    /**
     * What {@link #write} has written.
     *
     * @param name of the file, for what is wrong in it
     * @throws IllegalArgumentException with file and line, if a line is not of that shape
     */
    static WordClusters read(String name, List<String> lines) {
        Map<String, Integer> arabic = new HashMap<>();
        Map<String, Integer> other = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                (line.group(1).equals(ARABIC) ? arabic : other).put(line.group(3), Integer.valueOf(line.group(2)));
            } else if (!lines.get(i).startsWith("#")) {
                throw new IllegalArgumentException(name + ", line " + (i + 1) + ": \"" + lines.get(i)
                        + "\" is not ar or en, the number of a cluster and a word, parted by tabs, as khabar clusters"
                        + " writes them");
            }
        }
        return WordClusters.of(arabic, other);
    }
}
