package khabar.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why a store cannot be opened or written. The message is one line for people. */
public abstract sealed class StoreException extends RuntimeException {
    private StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Another process, or another part of this one, has the store open. */
    public static final class InUse extends StoreException {
        InUse(Path directory, String owner) {
            super("store in use by " + owner + ": " + directory.toAbsolutePath(), null);
        }
    }

    /** There is something where a new store is to be. */
    public static final class Occupied extends StoreException {
        Occupied(Path directory, String why) {
            super(directory + " " + why + "; name a new folder with --store, or move that one away", null);
        }
    }

    /** What was asked has to wait for others, and waited long enough. */
    public static final class Busy extends StoreException {
        Busy(String message) {
            super(message, null);
        }
    }

    /** The disk is nearly full: nothing is written, what is there goes on being read. */
    public static final class Full extends StoreException {
        Full(Path directory, long free, long reserve) {
            super(
                    "nothing is written: of the disk of %s %d MB are free, and %d MB are to stay so (khabar.store.reserve); make room and try again"
                            .formatted(directory.toAbsolutePath(), free >> 20, reserve >> 20),
                    null);
        }
    }

    /** The store was made with another base IRI. */
    public static final class OtherBase extends StoreException {
        OtherBase(Path directory, String made, String asked) {
            super(
                    "the store in " + directory.toAbsolutePath() + " was made with the base " + made
                            + " and cannot be opened with " + asked
                            + "; set khabar.base=" + made + ", or take another directory",
                    null);
        }
    }

    /** The directory cannot be made, read or written, or holds something that is no store. */
    public static final class Unusable extends StoreException {
        Unusable(Path directory, String why, @Nullable Throwable cause) {
            super("the store in " + directory.toAbsolutePath() + " cannot be used: " + why, cause);
        }
    }

    /** A write failed in the middle: nothing more is written by this process, which is to end. */
    public static final class Broken extends StoreException {
        Broken(Throwable cause) {
            super(
                    "a write failed and was taken back; this process must end, and the store recovers at the next start ("
                            + cause + ")",
                    cause);
        }
    }
}
