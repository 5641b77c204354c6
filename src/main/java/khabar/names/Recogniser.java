package khabar.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.gazetteer.Gazetteer;
import khabar.text.SegmentedArticle;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by what training on marked text learnt: a chain of tags, one for each word, of which the likeliest is taken;
 * then the article is looked at again, and a word that was part of a name in one sentence is likelier one in another.
 */
@SuppressWarnings("EnumOrdinal") // types are numbers in the weights, in the order of their kind
final class Recogniser implements MentionRecogniser {
    /** How much less the tag of words outside names counts: found by trial on held-out articles, for names missed. */
    private static final float OUTSIDE_LESS = 0.6f;
    /** How much a name's words are likelier names elsewhere in the article. */
    private static final float AGAIN_MORE = 3;

    private static final Info INFO = new Info("built-in", Set.of(), 0.9);
    private static final int LOOKS_AGAIN = 2;
    private static final int SHORTEST_AGAIN = 3;
    private static final int MAGIC = 0x4b484e01;

    private static @Nullable Trained shipped;

    private final Lexicon lexicon;
    private final Weights arabic;
    private final Weights english;
    private final Features features;
    private final WordScores arabicWords;
    private final WordScores englishWords;

    Recogniser(Gazetteer gazetteer, Lexicon lexicon, Weights arabic, Weights english) {
        this.lexicon = lexicon;
        this.arabic = arabic;
        this.english = english;
        this.features = new Features(gazetteer, lexicon);
        this.arabicWords = new WordScores(arabic);
        this.englishWords = new WordScores(english);
    }

    /** What training makes. */
    private record Trained(Lexicon lexicon, Weights arabic, Weights english) {
        static Trained read(InputStream bytes) throws IOException {
            DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, 1 << 16));
            if (in.readInt() != MAGIC || in.readInt() != Features.VERSION) {
                throw new IllegalStateException("names/recogniser.bin was trained for another version: train it again");
            }
            return new Trained(Lexicon.read(in), Weights.read(in), Weights.read(in));
        }
    }

    private Recogniser(Gazetteer gazetteer, Trained trained) {
        this(gazetteer, trained.lexicon(), trained.arabic(), trained.english());
    }

    /**
     * The recogniser that comes with the program, whose file is read once in a process.
     *
     * @throws IllegalStateException if its file is missing or of another version
     */
    static Recogniser load(Gazetteer gazetteer) {
        return new Recogniser(gazetteer, shipped());
    }

    /** The word lists alone. */
    static Lexicon loadLexicon() {
        return shipped().lexicon();
    }

    private static synchronized Trained shipped() {
        Trained known = shipped;
        if (known == null) {
            try (InputStream in = Recogniser.class.getResourceAsStream("/names/recogniser.bin")) {
                if (in == null) {
                    throw new IllegalStateException("the class path lacks names/recogniser.bin");
                }
                known = Trained.read(in);
                shipped = known;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return known;
    }

    static Recogniser read(Gazetteer gazetteer, InputStream bytes) throws IOException {
        return new Recogniser(gazetteer, Trained.read(bytes));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(Features.VERSION);
        lexicon.write(out);
        arabic.write(out);
        english.write(out);
    }

    @Override
    public Info info() {
        return INFO;
    }

    /** Takes a few milliseconds, so the budget is not looked at. */
    @Override
    public Recognised names(SegmentedArticle text, Budget budget) {
        return new Recognised.Names(in(Phrase.of(text)));
    }

    /** The names in each sentence of an article, in text order; they do not overlap. */
    List<List<Found>> in(List<Phrase> article) {
        List<Features.Seen> seen = features.besideWords(article);
        List<Chain> chains = new ArrayList<>();
        for (int s = 0; s < article.size(); s++) {
            chains.add(chain(article.get(s), seen.get(s)));
        }
        List<int[]> tags = new ArrayList<>(chains.stream().map(Chain::best).toList());
        for (int look = 0; look < LOOKS_AGAIN; look++) {
            again(article, chains, tags);
        }
        List<List<Found>> found = new ArrayList<>();
        for (int s = 0; s < article.size(); s++) {
            found.add(names(chains.get(s), tags.get(s)));
        }
        return found;
    }

    private Chain chain(Phrase phrase, Features.Seen seen) {
        int[][] words = (phrase.arabic() ? arabicWords : englishWords).of(phrase, seen.looks());
        return new Chain(phrase.arabic() ? arabic : english, seen.hashes(), words);
    }

    private static void again(List<Phrase> article, List<Chain> chains, List<int[]> tags) {
        Map<String, Votes> votes = new HashMap<>();
        for (int s = 0; s < article.size(); s++) {
            for (int i = 0; i < tags.get(s).length; i++) {
                if (isNameable(article.get(s), i)) {
                    votes.computeIfAbsent(stem(article.get(s), i), stem -> new Votes())
                            .add(tags.get(s)[i]);
                }
            }
        }
        for (int s = 0; s < article.size(); s++) {
            boolean any = false;
            for (int i = 0; i < tags.get(s).length; i++) {
                if (isNameable(article.get(s), i)) {
                    Votes cast = votes.get(stem(article.get(s), i));
                    any |= cast != null && chains.get(s).favour(i, cast, tags.get(s)[i]);
                }
            }
            if (any) {
                tags.set(s, chains.get(s).best());
            }
        }
    }

    private static boolean isNameable(Phrase phrase, int i) {
        return phrase.isWord(i) && stem(phrase, i).length() >= SHORTEST_AGAIN;
    }

    private static String stem(Phrase phrase, int i) {
        String word = phrase.normal(i);
        if (!phrase.arabic()) {
            return word;
        }
        if (word.startsWith("وال") || word.startsWith("بال")) {
            return word.substring(3);
        }
        return word.startsWith("لل") || word.startsWith("ال") ? word.substring(2) : word;
    }

    /** What the uses of a word in the article were taken for. */
    private static final class Votes {
        private int uses;
        private final int[] types = new int[MentionType.values().length];

        void add(int tag) {
            uses++;
            if (tag != Tags.OUTSIDE) {
                types[Tags.type(tag).ordinal()]++;
            }
        }

        /** The share of a type among the other uses than one that has the tag. */
        float share(MentionType type, int tag) {
            int own = tag != Tags.OUTSIDE && Tags.type(tag) == type ? 1 : 0;
            return uses < 2 ? 0 : (float) (types[type.ordinal()] - own) / (uses - 1);
        }
    }

    /** A sentence while its tags are sought. */
    private static final class Chain {
        private final Weights weights;
        private final float[][] seen;
        private final float[][] scores;

        /** @param words see {@link WordScores} */
        Chain(Weights weights, int[][] features, int[][] words) {
            this.weights = weights;
            this.seen = new float[features.length][];
            this.scores = new float[features.length][];
            for (int i = 0; i < features.length; i++) {
                seen[i] = weights.scores(features[i], words[i]);
                seen[i][Tags.OUTSIDE] -= OUTSIDE_LESS;
                scores[i] = seen[i];
            }
        }

        boolean favour(int i, Votes votes, int tag) {
            float[] favoured = seen[i].clone();
            boolean any = false;
            for (MentionType type : MentionType.values()) {
                float share = votes.share(type, tag);
                if (share > 0) {
                    any = true;
                    for (int place = Tags.ONLY; place <= Tags.LAST; place++) {
                        favoured[Tags.of(type, place)] += AGAIN_MORE * (float) Math.sqrt(share);
                    }
                }
            }
            scores[i] = any ? favoured : seen[i];
            return any;
        }

        /** The likeliest tags (Viterbi). */
        int[] best() {
            int n = scores.length;
            int[] tags = new int[n];
            if (n == 0) {
                return tags;
            }
            float[] before = new float[Tags.COUNT];
            byte[][] back = new byte[n][Tags.COUNT];
            for (int i = 0; i < n; i++) {
                float[] here = new float[Tags.COUNT];
                for (int tag = 0; tag < Tags.COUNT; tag++) {
                    float best = i == 0 && Tags.opens(tag) ? 0 : Float.NEGATIVE_INFINITY;
                    if (i > 0) {
                        for (int previous : Tags.before(tag)) {
                            float score = before[previous] + weights.transition(previous, tag);
                            if (score > best) {
                                best = score;
                                back[i][tag] = (byte) previous;
                            }
                        }
                    }
                    here[tag] = best + scores[i][tag];
                }
                before = here;
            }
            int last = Tags.OUTSIDE;
            for (int tag = 1; tag < Tags.COUNT; tag++) {
                if (Tags.closes(tag) && before[tag] > before[last]) {
                    last = tag;
                }
            }
            for (int i = n - 1; i >= 0; i--) {
                tags[i] = last;
                last = back[i][last];
            }
            return tags;
        }
    }

    private static List<Found> names(Chain chain, int[] tags) {
        List<Found> names = new ArrayList<>();
        int i = 0;
        while (i < tags.length) {
            int first = i++;
            if (tags[first] != Tags.OUTSIDE) {
                while (!Tags.closes(tags[i - 1])) {
                    i++;
                }
                names.add(new Found(first, i, Tags.type(tags[first]), confidence(chain, tags, first, i)));
            }
        }
        return names;
    }

    /** The lowest of its words' chances against being outside of any name. */
    private static double confidence(Chain chain, int[] tags, int first, int last) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = first; i < last; i++) {
            lowest = Math.min(lowest, chain.scores[i][tags[i]] - chain.scores[i][Tags.OUTSIDE]);
        }
        return 1 / (1 + Math.exp(-lowest));
    }
}
