package khabar.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads how many people a sentence says were killed and wounded. Each language brings shapes over the normal forms of the
 * tokens, each followed by one blank; what belongs to a time is hidden from them, so that no day of a month counts people.
 */
abstract class TollReader {
    /** In the place of a token that counts nobody. */
    static final String HIDDEN = "_";

    /**
     * A way to tell a number; its groups {@code bound} and {@code number} are named so.
     *
     * @param dead whether it counts the dead rather than the wounded
     */
    record Shape(boolean dead, java.util.regex.Pattern shape) {
        static Shape dead(String shape) {
            return new Shape(true, compiled(shape));
        }

        static Shape wounded(String shape) {
            return new Shape(false, compiled(shape));
        }

        private static java.util.regex.Pattern compiled(String shape) {
            return java.util.regex.Pattern.compile("(?<![^ ])(?:" + shape + ")(?= )");
        }
    }

    /**
     * A toll and the words that tell it.
     *
     * @param first index of the first token of the number that stands first
     * @param last index after its last token
     */
    record Found(Toll toll, int first, int last) {}

    private final List<String> signs;
    private final Set<String> numbers;
    private final List<Shape> shapes;
    private final Beginnings beginnings;

    /**
     * Most sentences need not be looked at.
     *
     * @param signs one of these stands in whatever any of the shapes fits
     * @param numbers the words that a number begins with that a shape may have, if not with a digit
     */
    TollReader(List<String> signs, Set<String> numbers, List<Shape> shapes) {
        this.signs = List.copyOf(signs);
        this.numbers = Set.copyOf(numbers);
        this.shapes = List.copyOf(shapes);
        this.beginnings = new Beginnings(shapes.stream().map(Shape::shape).toList());
    }

    /** The first word of each of some numbers in words. */
    static Set<String> firstWords(Set<String> numbers) {
        return numbers.stream().map(number -> number.split(" ", 2)[0]).collect(Collectors.toUnmodifiableSet());
    }

    static TollReader of(Lexicon lexicon) {
        return lexicon.arabic ? new ArabicTolls() : new EnglishTolls();
    }

    /** The value of a number in words or digits; empty where it is none that can be counted on. */
    abstract Optional<Integer> number(String words);

    abstract Toll.Bound bound(String words);

    private boolean isNumber(String normal) {
        return !normal.isEmpty() && (Character.isDigit(normal.charAt(0)) || numbers.contains(normal));
    }

    Optional<Found> read(Line line) {
        if (line.normals().stream().noneMatch(this::isNumber)) {
            return Optional.empty();
        }
        List<String> words = IntStream.range(0, line.size())
                .mapToObj(i ->
                        line.timeAt(i).isPresent() ? HIDDEN : line.normals().get(i))
                .toList();
        int[] starts = new int[words.size()];
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = joined.length();
            joined.append(words.get(i)).append(' ');
        }
        if (signs.stream().noneMatch(sign -> joined.indexOf(sign) >= 0)) {
            return Optional.empty();
        }
        List<Told> told = told(words, starts, joined);
        Optional<Told> dead = first(told, true);
        Optional<Told> wounded = first(told, false);
        if (dead.isEmpty() && wounded.isEmpty()) {
            return Optional.empty();
        }
        int start = Math.min(
                dead.map(Told::start).orElse(Integer.MAX_VALUE),
                wounded.map(Told::start).orElse(Integer.MAX_VALUE));
        int first = indexAt(starts, start);
        return Optional.of(new Found(new Toll(dead.map(Told::count), wounded.map(Told::count)), first, first + 1));
    }

    /** @param start offset of the number in the joined normal forms */
    private record Told(int shape, Toll.Count count, int start) {}

    /** The first that each shape fits, in the order of the text. */
    private List<Told> told(List<String> words, int[] starts, CharSequence joined) {
        Matcher[] matchers = new Matcher[shapes.size()];
        boolean[] fits = new boolean[shapes.size()];
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            for (int shape : beginnings.of(words.get(i))) {
                if (matchers[shape] == null) {
                    matchers[shape] = shapes.get(shape).shape().matcher(joined).useTransparentBounds(true);
                }
                Matcher matcher = matchers[shape];
                if (!fits[shape] && matcher.region(starts[i], joined.length()).lookingAt()) {
                    Optional<Integer> number = number(matcher.group("number"));
                    if (number.isPresent()) {
                        fits[shape] = true;
                        told.add(new Told(
                                shape, new Toll.Count(number.get(), boundOf(matcher)), matcher.start("number")));
                    }
                }
            }
        }
        return told;
    }

    /** What the earliest shape says. */
    private Optional<Told> first(List<Told> told, boolean dead) {
        return told.stream()
                .filter(one -> shapes.get(one.shape()).dead() == dead)
                .min(Comparator.comparingInt(Told::shape));
    }

    private Toll.Bound boundOf(Matcher matcher) {
        String bound = matcher.group("bound");
        return bound == null ? Toll.Bound.EXACTLY : bound(bound.strip());
    }

    private static int indexAt(int[] starts, int offset) {
        int at = java.util.Arrays.binarySearch(starts, offset);
        return at >= 0 ? at : -at - 2;
    }
}
