package khabar.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** For a store in memory. */
final class MemoryArchive extends Archive {
    private final List<Original> originals = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Original> find(String articleKey, String textHash) {
        return originals.stream()
                .filter(original -> original.articleKey().equals(articleKey)
                        && original.textHash().equals(textHash))
                .reduce((earlier, later) -> later);
    }

    @Override
    public void replay(Consumer<Original> reader) {
        originals.forEach(reader);
    }

    @Override
    void append(List<Original> more) {
        originals.addAll(more);
    }

    @Override
    public void close() {}
}
