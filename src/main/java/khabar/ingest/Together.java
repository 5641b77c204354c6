package khabar.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import khabar.store.Store;
import org.jspecify.annotations.Nullable;

/** Storings that are one commit, some number of them; what became of the articles is told when they are stored. For one thread. */
final class Together implements Function<List<Prepared>, List<Outcome>>, AutoCloseable {
    private final Function<List<Prepared>, List<Outcome>> storing;
    private final Supplier<Store.Together> commits;
    private final int times;
    private final Consumer<Outcome> outcomes;
    private final List<Outcome> waiting = new ArrayList<>();
    private Store.@Nullable Together open;
    private int stored;

    /** @param times storings that are one commit, at most */
    Together(
            Function<List<Prepared>, List<Outcome>> storing,
            Supplier<Store.Together> commits,
            int times,
            Consumer<Outcome> outcomes) {
        this.storing = storing;
        this.commits = commits;
        this.times = times;
        this.outcomes = outcomes;
    }

    /** @return nothing: the outcomes are told later */
    @Override
    public List<Outcome> apply(List<Prepared> articles) {
        if (open == null) {
            open = commits.get();
        }
        waiting.addAll(storing.apply(articles));
        stored++;
        if (stored == times) {
            close();
        }
        return List.of();
    }

    /** What was stored before something failed stays. */
    @Override
    public void close() {
        Store.Together now = open;
        open = null;
        stored = 0;
        if (now != null) {
            now.close();
        }
        waiting.forEach(outcomes);
        waiting.clear();
    }
}
