package khabar.names;

import java.util.List;

/**
 * Why a mention was linked as it is.
 *
 * @param others who or what else bears the name and was less likely, the best first, at most {@link #MOST_OTHERS}
 */
public record Why(Basis basis, List<Scored> others) {
    /** More are no use to a reader, and a city's name may have dozens of bearers. */
    public static final int MOST_OTHERS = 5;

    public Why {
        others = others.stream().limit(MOST_OTHERS).toList();
    }

    /** Nobody else came into question. */
    public static Why by(Basis basis) {
        return new Why(basis, List.of());
    }
}
