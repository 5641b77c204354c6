package khabar.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import khabar.gazetteer.Gazetteer;

/**
 * What the statistical recogniser sees of each word, as hashes: the word, its ends and its neighbours, what the gazetteer
 * and the word lists say of them, and how the word is used elsewhere in the article.
 */
final class Features {
    /** Of the templates below: weights trained for one version mean nothing to another. */
    static final int VERSION = 2;

    private static final int SHORTEST_ELSEWHERE = 3;
    private static final int KINDS_OF_USE = 11;

    private final Looks looks;

    Features(Gazetteer gazetteer, Lexicon lexicon) {
        this.looks = new Looks(gazetteer, lexicon);
    }

    /** Where a word stands from the one that is looked at. */
    enum Stand {
        HERE(0),
        BEFORE(-1),
        TWO_BEFORE(-2),
        AFTER(1),
        TWO_AFTER(2);

        /** From the word that is looked at, in tokens. */
        final int distance;

        Stand(int distance) {
            this.distance = distance;
        }
    }

    /**
     * Each token of a sentence.
     *
     * @param hashes of what is seen there, without what a word about it tells by itself, see {@link #alone}
     */
    @SuppressWarnings("ArrayRecordComponent") // made and read in one look at an article
    record Seen(Look[] looks, int[][] hashes) {}

    /** For each sentence of an article and each of its tokens the hashes of all that is seen there. */
    List<int[][]> of(List<Phrase> article) {
        return of(article, true).stream().map(Seen::hashes).toList();
    }

    /** For each sentence of an article what is seen beside single words. */
    List<Seen> besideWords(List<Phrase> article) {
        return of(article, false);
    }

    private List<Seen> of(List<Phrase> article, boolean alone) {
        List<Look[]> seen = article.stream().map(looks::at).toList();
        Map<String, Uses> uses = new HashMap<>();
        for (int s = 0; s < article.size(); s++) {
            Phrase phrase = article.get(s);
            for (int i = 0; i < phrase.size(); i++) {
                String stem = seen.get(s)[i].stem();
                if (phrase.isWord(i) && stem.length() >= SHORTEST_ELSEWHERE) {
                    uses.computeIfAbsent(stem, word -> new Uses()).add(use(phrase, seen.get(s), i));
                }
            }
        }
        List<Seen> all = new ArrayList<>();
        for (int s = 0; s < article.size(); s++) {
            all.add(new Seen(seen.get(s), hashes(article.get(s), seen.get(s), uses, alone)));
        }
        return all;
    }

    /** The hashes of what a word tells by itself of the word that it stands so far from; always the same for the same word. */
    static int[] alone(Stand stand, String normal, Look look) {
        Sink sink = new Sink(EnumSet.of(stand), false);
        words(sink, distance -> look, distance -> normal);
        return sink.hashes();
    }

    /** How a word is used here, one bit for each thing that tells of its other uses. */
    private static int use(Phrase phrase, Look[] looks, int i) {
        Look before = at(looks, i - 1);
        Look here = looks[i];
        Look after = at(looks, i + 1);
        int longer = Looks.kindOfLonger(here.place());
        boolean article = here.prefix().endsWith("ال") || here.prefix().endsWith("لل");
        boolean capital = phrase.isCapitalised(i);
        return bit(0, before.is(Look.TITLE))
                | bit(1, before.is(Look.LOCATIVE))
                | bit(2, before.is(Look.ORGANISATION_HEAD))
                | bit(3, before.isOnlyName())
                | bit(4, after.isOnlyName())
                | bit(5, before.is(Look.PLACE_HEAD))
                | bit(6, longer == Looks.PERSON)
                | bit(7, longer == Looks.ORGANISATION)
                | bit(8, longer > Looks.ORGANISATION)
                | bit(9, phrase.arabic() ? article : capital && i > 0)
                | bit(10, phrase.arabic() ? after.is(Look.VERB) : !capital);
    }

    private static int bit(int which, boolean set) {
        return set ? 1 << which : 0;
    }

    private static Look at(Look[] looks, int i) {
        return i >= 0 && i < looks.length ? looks[i] : Look.NOTHING;
    }

    /** How often a word is used in an article, and how. */
    private static final class Uses {
        private int all;
        private final int[] kinds = new int[KINDS_OF_USE];

        void add(int use) {
            all++;
            for (int kind = 0; kind < KINDS_OF_USE; kind++) {
                kinds[kind] += use >> kind & 1;
            }
        }
    }

    private static int[][] hashes(Phrase phrase, Look[] looks, Map<String, Uses> uses, boolean alone) {
        int[][] all = new int[looks.length][];
        Sink sink = new Sink(alone ? EnumSet.allOf(Stand.class) : EnumSet.noneOf(Stand.class), true);
        for (int i = 0; i < looks.length; i++) {
            sink.clear();
            int here = i;
            words(sink, distance -> at(looks, here + distance), distance -> phrase.normal(here + distance));
            lists(sink, looks, i);
            Uses elsewhere = uses.get(looks[i].stem());
            if (phrase.isWord(i) && elsewhere != null) {
                elsewhere(sink, looks[i], elsewhere, use(phrase, looks, i));
            }
            all[i] = sink.hashes();
        }
        return all;
    }

    /**
     * In the order in which they were trained.
     *
     * @param looks at the word so far from the one that is looked at
     * @param normals its normal form
     */
    private static void words(Sink sink, IntFunction<Look> looks, IntFunction<String> normals) {
        Look a2 = looks.apply(-2);
        Look a1 = looks.apply(-1);
        Look o = looks.apply(0);
        Look b1 = looks.apply(1);
        Look b2 = looks.apply(2);
        sink.add(1, 0);
        sink.alone(Stand.HERE, 2, o.word());
        sink.alone(Stand.BEFORE, 3, a1.word());
        sink.alone(Stand.TWO_BEFORE, 4, a2.word());
        sink.alone(Stand.AFTER, 5, b1.word());
        sink.alone(Stand.TWO_AFTER, 6, b2.word());
        sink.add(7, a1.word(), o.word());
        sink.add(8, o.word(), b1.word());
        sink.add(9, a1.word(), b1.word());
        sink.alone(Stand.HERE, 10, o.root());
        sink.alone(Stand.BEFORE, 11, a1.root());
        sink.alone(Stand.AFTER, 12, b1.root());
        sink.alone(Stand.HERE, 15, Hashes.wide(o.prefix()));
        sink.ends(Stand.HERE, 16, normals.apply(0), 4);
        sink.ends(Stand.BEFORE, 26, normals.apply(-1), 3);
        sink.ends(Stand.AFTER, 36, normals.apply(1), 3);
        sink.add(46, o.shape());
        sink.add(47, a1.shape());
        sink.add(48, b1.shape());
        sink.add(49, a1.shape(), o.shape() * 1000L + b1.shape());
    }

    private static void lists(Sink sink, Look[] looks, int i) {
        Look a2 = at(looks, i - 2);
        Look a1 = at(looks, i - 1);
        Look o = looks[i];
        Look b1 = at(looks, i + 1);
        sink.add(50, o.place());
        sink.add(51, a1.place());
        sink.add(52, b1.place());
        sink.add(53, o.place(), a1.triggers());
        sink.add(54, o.place() & 255, Hashes.wide(o.prefix()));
        sink.add(55, o.listed());
        sink.add(56, o.listed(), a1.root());
        sink.add(57, o.place(), b1.place());
        sink.add(58, o.place(), o.known());
        sink.add(60, o.triggers());
        sink.add(61, a1.triggers());
        sink.add(62, a2.triggers());
        sink.add(63, b1.triggers());
        sink.add(64, a1.triggers(), a2.triggers());
        sink.add(65, o.nationality(), a1.triggers());
        sink.add(66, a1.nationality(), a2.triggers());
        sink.add(67, b1.nationality(), o.triggers());
        sink.add(70, o.name());
        sink.add(71, o.known());
        sink.add(72, a1.known());
        sink.add(73, b1.known());
        sink.add(74, o.known(), a1.known());
        sink.add(75, o.known(), b1.known());
        sink.add(76, o.known(), a1.known() * 1024L + b1.known());
        sink.add(77, o.known(), a1.triggers());
        sink.add(78, o.known(), a1.nationality());
        sink.add(79, o.known(), a1.root());
        sink.add(80, o.like());
        sink.add(81, a1.like());
        sink.add(82, b1.like());
        if (o.cluster() > 0) {
            sink.add(110, o.cluster());
            sink.add(111, o.cluster(), a1.cluster());
            sink.add(112, o.cluster(), b1.cluster());
        }
        if (a1.cluster() > 0) {
            sink.add(113, a1.cluster());
            sink.add(114, a1.cluster(), a2.cluster());
        }
        if (b1.cluster() > 0) {
            sink.add(115, b1.cluster());
        }
        if (a1.cluster() > 0 && b1.cluster() > 0) {
            sink.add(116, a1.cluster(), b1.cluster());
        }
        sink.add(90, o.actor());
        sink.add(91, a1.actor(), o.actor());
        sink.add(92, o.actor(), b1.actor());
        sink.add(93, o.actor(), a1.triggers());
        sink.add(94, o.famous());
        sink.add(95, a1.famous(), o.famous());
        sink.add(96, o.famous(), b1.famous());
        sink.add(97, o.famous(), o.place());
        sink.add(98, o.famous(), o.known());
        sink.add(99, o.famous(), a1.triggers());
    }

    private static void elsewhere(Sink sink, Look look, Uses uses, int here) {
        sink.add(100, Math.min(uses.all, 4));
        for (int kind = 0; kind < KINDS_OF_USE; kind++) {
            int others = uses.kinds[kind] - (here >> kind & 1);
            if (others > 0) {
                sink.add(101, kind);
                sink.add(102, kind, look.known());
                if (others * 2 > uses.all) {
                    sink.add(103, kind);
                }
            }
        }
    }

    /** Takes the features of one word that are wanted. */
    private static final class Sink {
        private final Set<Stand> stands;
        private final boolean beside;
        private int[] hashes = new int[128];
        private int size;

        /**
         * @param stands of which words what they tell by themselves is taken
         * @param beside whether all else is
         */
        Sink(Set<Stand> stands, boolean beside) {
            this.stands = stands;
            this.beside = beside;
        }

        void clear() {
            size = 0;
        }

        void add(int template, long value) {
            add(template, value, 0);
        }

        void add(int template, long one, long other) {
            if (beside) {
                take(Hashes.feature(template, one, other));
            }
        }

        /** What a word tells by itself. */
        void alone(Stand stand, int template, long value) {
            if (stands.contains(stand)) {
                take(Hashes.feature(template, value, 0));
            }
        }

        /** The beginnings and the endings of a word. */
        void ends(Stand stand, int template, String word, int longest) {
            long beginning = 7;
            long ending = 11;
            for (int k = 0; k < Math.min(longest, word.length()) && stands.contains(stand); k++) {
                beginning = Hashes.next(beginning, word.charAt(k));
                alone(stand, template + k, beginning);
                ending = Hashes.next(ending, word.charAt(word.length() - 1 - k));
                alone(stand, template + 5 + k, ending);
            }
        }

        private void take(int hash) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
            }
            hashes[size++] = hash;
        }

        int[] hashes() {
            return Arrays.copyOf(hashes, size);
        }
    }
}
