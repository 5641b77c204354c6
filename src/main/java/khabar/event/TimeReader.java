package khabar.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /** How many words are remembered with the rules that may begin at them: most words of a text come again. */
    private static final int MOST_WORDS = 50_000;

    private final List<Rule> rules;
    private final Map<String, BitSet> known = new ConcurrentHashMap<>();

    TimeReader(List<Rule> rules) {
        this.rules = List.copyOf(rules);
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
        List<TimeExpression> found = new ArrayList<>();
        List<BitSet> beginning =
                tokens.stream().map(token -> beginning(token.normal())).toList();
        for (int r = 0; r < rules.size(); r++) {
            Rule rule = rules.get(r);
            Matcher matcher = rule.shape().matcher(joined).useTransparentBounds(true);
            int from = 0;
            for (int first = 0; first < starts.length; first++) {
                if (starts[first] < from
                        || !beginning.get(first).get(r)
                        || !matcher.region(starts[first], joined.length()).lookingAt()) {
                    continue;
                }
                from = matcher.end();
                int begin = first;
                int last = indexAt(starts, matcher.end() - 1) + 1;
                rule.meaning()
                        .apply(matcher.toMatchResult())
                        .ifPresent(meaning ->
                                found.add(new TimeExpression(begin, last, text(tokens, begin, last), meaning)));
            }
        }
        found.sort(Comparator.comparingInt((TimeExpression e) -> e.first() - e.last())); // longest first; stable
        List<TimeExpression> kept = new ArrayList<>();
        for (TimeExpression one : found) {
            if (kept.stream().noneMatch(other -> one.first() < other.last() && other.first() < one.last())) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparingInt(TimeExpression::first));
        return List.copyOf(kept);
    }

    /** The rules that may match at this word, whatever follows: those that on it alone match or ask for more. */
    @SuppressWarnings("JdkObsolete") // that more would be asked for is what is wanted
    private BitSet beginning(String word) {
        if (known.size() > MOST_WORDS) {
            known.clear();
        }
        return known.computeIfAbsent(word, w -> {
            BitSet found = new BitSet(rules.size());
            for (int r = 0; r < rules.size(); r++) {
                Matcher matcher = rules.get(r).shape().matcher(w + ' ');
                found.set(r, matcher.lookingAt() || matcher.hitEnd());
            }
            return found;
        });
    }

    private static int indexAt(int[] starts, int offset) {
        int at = java.util.Arrays.binarySearch(starts, offset);
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
