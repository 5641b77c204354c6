package khabar.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The originals of all articles, every version, in the order they came. Nothing is ever overwritten. */
public abstract sealed class Archive implements AutoCloseable permits DiskArchive, MemoryArchive {
    Archive() {}

    /** Empty where this version of the article was never archived. */
    public abstract Optional<Original> find(String articleKey, String textHash);

    /** All originals, oldest first; one version may come more than once. */
    public abstract void replay(Consumer<Original> reader);

    /** On the disk when it returns. */
    abstract void append(List<Original> originals) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
