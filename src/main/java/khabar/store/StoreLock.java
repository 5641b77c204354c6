package khabar.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's lock on a store: over dataset, text index and archive together. It goes with the process, so a
 * crash leaves nothing to clean up; the file stays and says who had it last.
 */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    static StoreLock take(StoreSettings settings) throws IOException {
        FileChannel channel = FileChannel.open(
                settings.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StoreException.InUse(settings.directory(), owner(settings.lock()));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(("PID " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
        return new StoreLock(channel);
    }

    /** Throws {@link StoreException.InUse} where somebody has the store open; makes no file. */
    static void refuseHeld(StoreSettings settings) throws IOException {
        if (Files.exists(settings.lock())) {
            try (FileChannel channel = FileChannel.open(settings.lock(), StandardOpenOption.WRITE)) {
                if (tryLock(channel) == null) {
                    throw new StoreException.InUse(settings.directory(), owner(settings.lock()));
                }
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static String owner(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.isEmpty() ? "another process" : text;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
