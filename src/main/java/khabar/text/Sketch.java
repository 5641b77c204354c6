package khabar.text;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.ZoneKind;

/**
 * What is left of a text to tell its copies by: nothing of its words, and a few hundred bytes however long it is.
 *
 * <p>A text is the set of its shingles, runs of {@value #SHINGLE} words in normal form. Of that set two samples are kept, after
 * A. Broder, On the Resemblance and Containment of Documents (Sequences 1997): the smallest shingles under each of
 * {@value #PERMUTATIONS} permutations, whose share of equal ones estimates how much of both texts is common, with a standard error
 * of at most 0.045; and the {@value #KEYS} smallest under one permutation, under which a copy is looked up. Two texts with a quarter
 * of their shingles in common share one of these with a probability of 0.94, with a half 0.999: as good as bands of the
 * other sample, at a third of their number. Of each minimum 16 bits are kept: one in 65,536 is equal by chance (P. Li and
 * C. König, b-Bit Minwise Hashing, WWW 2010).
 *
 * <p>A stock phrase, or the frame of a daily bulletin, is in thousands of articles: looking up its shingle alone would find more
 * with each year of an archive. Copies of a story are printed within days, so a text stands under its shingles and the
 * {@value #DAYS} days in which it was published, and is looked up in these and the ones before and after. What does not tell its
 * day is looked up among what does not either.
 *
 * @param size number of different shingles
 * @param smallest the smallest shingles under one permutation, 48 bits each, in order
 * @param minima of each permutation the smallest shingle, 16 bits each
 */
public record Sketch(int size, List<Long> smallest, ShortBuffer minima) {
    private static final int SHINGLE = 5;
    private static final int PERMUTATIONS = 128;
    private static final int KEYS = 10;

    /** Of fewer shingles nothing can be said: short texts are alike by chance. */
    private static final int FEWEST = 20;

    /** So much of what is in either text is in both. */
    private static final double RESEMBLANCE = 0.5;

    /** So much of the shorter text is in the longer: the end was cut off, or something was put in front. */
    private static final double CONTAINMENT = 0.7;

    private static final int DAYS = 8;

    /** Of a key: so many windows are some 23,000 years, and 54 bits in all fit into what TDB2 keeps in the index itself. */
    private static final int WINDOW_BITS = 20;

    private static final int SHINGLE_BITS = 34;

    /** A window of the year 13453. */
    private static final long UNDATED = 1L << WINDOW_BITS - 1;

    private static final long[] SEEDS = seeds();

    public Sketch {
        smallest = List.copyOf(smallest);
        minima = minima.asReadOnlyBuffer();
    }

    /** Of the body of an article, without its headline, which each paper writes anew; empty for very short ones. */
    public static Optional<Sketch> of(Article article) {
        return of(String.join("\n", article.content().texts(ZoneKind.BODY)));
    }

    /** Of a text; empty for a very short one. */
    public static Optional<Sketch> of(String text) {
        long[] words = Arrays.stream(Normaliser.normal(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .mapToLong(Sketch::hash)
                .toArray();
        long[] shingles = shingles(words);
        return shingles.length < FEWEST ? Optional.empty() : Optional.of(of(shingles));
    }

    /** As written by {@link #written()}. */
    public static Sketch read(String written) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(written));
        int size = bytes.getInt();
        List<Long> smallest = new ArrayList<>();
        for (int i = bytes.get(); i > 0; i--) {
            smallest.add(bytes.getLong());
        }
        return new Sketch(size, smallest, bytes.slice().asShortBuffer());
    }

    /** In Base64. */
    public String written() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Integer.BYTES + 1 + smallest.size() * Long.BYTES + minima.limit() * Short.BYTES);
        bytes.putInt(size).put((byte) smallest.size());
        smallest.forEach(bytes::putLong);
        bytes.slice().asShortBuffer().put(minima.duplicate());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Under which a text that was published on this day stands: 54 bits each. */
    public List<Long> standing(Optional<LocalDate> published) {
        return in(window(published)).toList();
    }

    /** Under which others stand that may be copies of a text that was published on this day. */
    public List<Long> near(Optional<LocalDate> published) {
        long window = window(published);
        return published.isEmpty()
                ? standing(published)
                : LongStream.rangeClosed(window - 1, window + 1)
                        .boxed()
                        .flatMap(this::in)
                        .toList();
    }

    /** Whether texts that were published on these days are looked up together: never more than two weeks lie between. */
    public static boolean areNear(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() == other.isPresent() && Math.abs(window(one) - window(other)) <= 1;
    }

    /**
     * The days come first: what was published at one time stands side by side in the index, so that looking up touches pages
     * that were touched a moment ago, in an archive of any size.
     */
    private Stream<Long> in(long window) {
        long days = Math.floorMod(window, 1L << WINDOW_BITS) << SHINGLE_BITS;
        return smallest.stream().map(shingle -> days | mixed(shingle) >>> Long.SIZE - SHINGLE_BITS);
    }

    private static long window(Optional<LocalDate> published) {
        return published
                .map(day -> Math.floorDiv(day.toEpochDay(), (long) DAYS))
                .orElse(UNDATED);
    }

    /** How much of what is in either text is in both: an estimate, from 0 to 1. */
    public double resemblance(Sketch other) {
        int equal = 0;
        for (int i = 0; i < minima.limit(); i++) {
            equal += minima.get(i) == other.minima.get(i) ? 1 : 0;
        }
        return (double) equal / minima.limit();
    }

    /** How much of the shorter text is in the longer: an estimate, from 0 to 1. */
    public double containment(Sketch other) {
        return containment(other, resemblance(other));
    }

    private double containment(Sketch other, double resemblance) {
        double common = resemblance / (1 + resemblance) * (size + other.size);
        return Math.min(1, common / Math.min(size, other.size));
    }

    /** Whether the one was made from the other, or both from a third. */
    public boolean isCopy(Sketch other) {
        if (Collections.disjoint(smallest, other.smallest)) {
            return false;
        }
        double resemblance = resemblance(other);
        return resemblance >= RESEMBLANCE || containment(other, resemblance) >= CONTAINMENT;
    }

    private static Sketch of(long[] shingles) {
        TreeSet<Long> smallest = new TreeSet<>();
        long[] minima = new long[PERMUTATIONS];
        Arrays.fill(minima, Long.MAX_VALUE);
        for (long shingle : shingles) {
            smallest.add(shingle >>> 16);
            if (smallest.size() > KEYS) {
                smallest.pollLast();
            }
            for (int i = 0; i < PERMUTATIONS; i++) {
                minima[i] = Math.min(minima[i], mixed(shingle ^ SEEDS[i]));
            }
        }
        ShortBuffer kept = ShortBuffer.allocate(PERMUTATIONS);
        Arrays.stream(minima).forEach(minimum -> kept.put((short) (minimum >>> 8)));
        return new Sketch(shingles.length, List.copyOf(smallest), kept.flip());
    }

    private static long[] shingles(long[] words) {
        TreeSet<Long> shingles = new TreeSet<>();
        for (int i = 0; i + SHINGLE <= words.length; i++) {
            long shingle = 0;
            for (int j = i; j < i + SHINGLE; j++) {
                shingle = mixed(shingle * 31 + words[j]);
            }
            shingles.add(shingle);
        }
        return shingles.stream().mapToLong(Long::longValue).toArray();
    }

    /** FNV-1a over the characters, mixed. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** The finaliser of MurmurHash3: of 64 bits each depends on each. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    private static long[] seeds() {
        long[] seeds = new long[PERMUTATIONS];
        for (int i = 0; i < PERMUTATIONS; i++) {
            seeds[i] = mixed(i + 1L);
        }
        return seeds;
    }
}
