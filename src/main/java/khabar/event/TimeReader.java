package khabar.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.text.Token;

/**
 * Finds expressions of time in a sentence. Each language brings rules over the normal forms of the tokens, joined by one
 * blank; the longest match wins, and of equally long ones the earlier rule.
 */
final class TimeReader {
    /** A shape of words and what it means; empty where it means nothing after all ("30 February"). */
    record Rule(Pattern shape, Function<MatchResult, Optional<TimeExpression.Meaning>> meaning) {
        static Rule rule(String shape, Function<MatchResult, Optional<TimeExpression.Meaning>> meaning) {
            return new Rule(Pattern.compile("(?<![^ ])(?:" + shape + ")(?![^ ])"), meaning);
        }
    }

    private final List<Rule> rules;
    private final Beginnings beginnings;

    TimeReader(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.beginnings = new Beginnings(rules.stream().map(Rule::shape).toList());
    }

    private static final class Arabic {
        static final TimeReader READER = new TimeReader(ArabicTimes.rules());
    }

    private static final class English {
        static final TimeReader READER = new TimeReader(EnglishTimes.rules());
    }

    static TimeReader arabic() {
        return Arabic.READER;
    }

    static TimeReader english() {
        return English.READER;
    }

    /** The expressions in text order; none overlap. */
    List<TimeExpression> read(List<Token> tokens) {
        StringBuilder joined = new StringBuilder();
        int[] starts = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            starts[i] = joined.length();
            joined.append(tokens.get(i).normal()).append(' ');
        }
        List<Found> found = new ArrayList<>();
        int[] free = new int[rules.size()]; // a rule goes on after what it matched last
        Matcher[] matchers = new Matcher[rules.size()];
        for (int first = 0; first < starts.length; first++) {
            for (int r : beginning(tokens, first)) {
                if (matchers[r] == null) {
                    matchers[r] = rules.get(r).shape().matcher(joined).useTransparentBounds(true);
                }
                Matcher matcher = matchers[r];
                if (first >= free[r]
                        && matcher.region(starts[first], joined.length()).lookingAt()) {
                    int last = indexAt(starts, matcher.end() - 1) + 1;
                    free[r] = last;
                    String text = text(tokens, first, last);
                    int begin = first;
                    rules.get(r)
                            .meaning()
                            .apply(matcher.toMatchResult())
                            .ifPresent(
                                    meaning -> found.add(new Found(r, new TimeExpression(begin, last, text, meaning))));
                }
            }
        }
        found.sort(Found.LONGEST);
        List<TimeExpression> kept = new ArrayList<>();
        for (Found candidate : found) {
            TimeExpression one = candidate.expression();
            if (kept.stream().noneMatch(other -> one.first() < other.last() && other.first() < one.last())) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparingInt(TimeExpression::first));
        return List.copyOf(kept);
    }

    /** What a rule found. */
    private record Found(int rule, TimeExpression expression) {
        static final Comparator<Found> LONGEST = Comparator.comparingInt((Found found) ->
                        found.expression().first() - found.expression().last())
                .thenComparingInt(Found::rule)
                .thenComparingInt(found -> found.expression().first());
    }

    /** The rules whose shape may begin with the words there, by their numbers. */
    private int[] beginning(List<Token> tokens, int first) {
        String word = tokens.get(first).normal();
        return first + 1 == tokens.size()
                ? beginnings.of(word)
                : beginnings.of(word, tokens.get(first + 1).normal());
    }

    private static int indexAt(int[] starts, int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at : -at - 2;
    }

    private static String text(List<Token> tokens, int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i < last; i++) {
            boolean gap = i > first
                    && tokens.get(i - 1).span().end() < tokens.get(i).span().start();
            text.append(gap ? " " : "").append(tokens.get(i).text());
        }
        return text.toString();
    }
}
