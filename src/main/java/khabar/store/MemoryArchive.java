package khabar.store;

import java.io.IOException;
import java.io.OutputStream;
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
    long end() {
        return originals.size();
    }

    @Override
    void replay(long end, Progress progress, Consumer<Original> reader) {
        originals.stream().limit(end).forEach(reader);
    }

    @Override
    void copy(long end, OutputStream out, Progress progress) throws IOException {
        for (Original original : originals.subList(0, Math.toIntExact(end))) {
            out.write(DiskArchive.member(original));
        }
    }

    @Override
    void append(List<Original> more) {
        originals.addAll(more);
    }

    @Override
    public void close() {}
}
