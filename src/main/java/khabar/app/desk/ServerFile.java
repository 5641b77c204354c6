package khabar.app.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import khabar.ingest.Token;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file by which a running server is found: {@code server.json} in the store directory, readable by its owner only,
 * there from when the port is open until the server stops.
 *
 * @param started when the process began, milliseconds: tells it from a later one that was given the same number
 */
public record ServerFile(int port, String token, long pid, long started, String base) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAME = "server.json";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Of this process. */
    public static ServerFile of(int port, Token token, String base) {
        ProcessHandle self = ProcessHandle.current();
        return new ServerFile(port, token.value(), self.pid(), started(self), base);
    }

    /** Empty where there is none, where it cannot be understood, or where the process that wrote it is gone. */
    public static Optional<ServerFile> find(Path store) throws IOException {
        Path file = store.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            @Nullable ServerFile found = JSON.readValue(Files.readString(file), ServerFile.class);
            return Optional.ofNullable(found).filter(ServerFile::alive);
        } catch (JacksonException halfWritten) {
            return Optional.empty();
        }
    }

    /** Whole or not at all: a reader never meets half of it, and nobody else ever meets any of it. */
    public void write(Path store) throws IOException {
        Path next = Files.createTempFile(store, "server", ".tmp", ownerOnly(store));
        Files.writeString(next, JSON.writeValueAsString(this));
        Files.move(next, store.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static void remove(Path store) throws IOException {
        Files.deleteIfExists(store.resolve(NAME));
    }

    private boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started == 0 || started(process) == 0 || started(process) == started)
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static FileAttribute<?>[] ownerOnly(Path store) {
        boolean posix = store.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
