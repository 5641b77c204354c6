package khabar.names;

import java.util.List;

/**
 * That an editor decided what a mention stands for.
 *
 * @param decision its key
 * @param others whom or what it was taken for otherwise, the likeliest first, at most {@link Why#MOST_OTHERS}
 */
public record ByDecision(String decision, List<Scored> others) {
    public ByDecision {
        others = others.stream().limit(Why.MOST_OTHERS).toList();
    }
}
