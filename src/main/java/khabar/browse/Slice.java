package khabar.browse;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Some of a longer list.
 *
 * @param number of this slice, from 1 on
 * @param parameter of the address that says the number
 * @param total of all slices together
 */
record Slice<T>(List<T> items, int number, String parameter, long total, int size) {
    /** Beyond this many nobody turns pages, and skipping costs the store as much as reading. */
    static final int LAST = 1000;

    static int number(String asked) {
        try {
            return Math.clamp(Long.parseLong(asked), 1, LAST);
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }

    <R> Slice<R> of(Function<List<T>, List<R>> shown) {
        return new Slice<>(shown.apply(items), number, parameter, total, size);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public OptionalInt previous() {
        return number > 1 ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    public OptionalInt next() {
        return (long) number * size < total && number < LAST ? OptionalInt.of(number + 1) : OptionalInt.empty();
    }

    public long first() {
        return (number - 1L) * size + 1;
    }

    public long last() {
        return first() + items.size() - 1;
    }
}
