package khabar.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The originals of all articles, every version, in the order they came. Nothing is ever overwritten. */
public abstract sealed class Archive implements AutoCloseable permits DiskArchive, MemoryArchive {
    Archive() {}

    /** Empty where this version of the article was never archived. */
    public abstract Optional<Original> find(String articleKey, String textHash);

    /** All originals, oldest first; one version may come more than once. */
    public final void replay(Consumer<Original> reader) {
        replay(end(), Progress.NONE, reader);
    }

    /** The place behind the last original; what is before it never changes. */
    abstract long end();

    /** All originals before a place. */
    abstract void replay(long end, Progress progress, Consumer<Original> reader);

    /** The file of the archive up to a place, as it is. */
    abstract void copy(long end, OutputStream out, Progress progress) throws IOException;

    /** On the disk when it returns. */
    abstract void append(List<Original> originals) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
