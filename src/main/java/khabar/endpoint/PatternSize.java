package khabar.endpoint;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a regular expression gets when its repetitions are written out, as RE2/J does before it reads a text: a
 * hundred times a hundred times a hundred are a million parts.
 */
final class PatternSize {
    static final long LARGEST = 10_000;

    private final String pattern;
    private int at;
    private long whole;
    private long last;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /** Not far from the truth for a good pattern; for any other text some number, soon. */
    static long of(String pattern) {
        return new PatternSize(pattern).size();
    }

    private long size() {
        Deque<Long> outside = new ArrayDeque<>();
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            switch (c) {
                case '(' -> {
                    close();
                    outside.push(whole);
                    whole = 0;
                }
                case ')' -> {
                    close();
                    last = whole + 1;
                    whole = outside.isEmpty() ? 0 : outside.pop();
                }
                case '[' -> {
                    atom();
                    skipClass();
                }
                case '{' -> last = Math.min(LARGEST + 1, last * repetitions());
                case '\\' -> {
                    atom();
                    at++;
                }
                default -> atom();
            }
            at++;
        }
        close();
        while (!outside.isEmpty()) {
            whole += outside.pop();
        }
        return whole;
    }

    private void atom() {
        close();
        last = 1;
    }

    private void close() {
        whole = Math.min(LARGEST + 1, whole + last);
        last = 0;
    }

    private void skipClass() {
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        // A bracket that comes first is meant as itself.
        for (at++; at < pattern.length() && pattern.charAt(at) != ']'; at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
            }
        }
    }

    /** The larger of the numbers in braces; 1 where these are no repetition. */
    private long repetitions() {
        long most = 1;
        long number = 0;
        int end = at + 1;
        while (end < pattern.length() && end < at + 20 && "0123456789,".indexOf(pattern.charAt(end)) >= 0) {
            char c = pattern.charAt(end);
            number = c == ',' ? 0 : Math.min(LARGEST, number * 10 + (c - '0'));
            most = Math.max(most, number);
            end++;
        }
        boolean repeats = end < pattern.length() && pattern.charAt(end) == '}';
        at = repeats ? end : at;
        return repeats ? most : 1;
    }
}
