package khabar.store;

import java.nio.file.Path;
import java.util.Arrays;
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
        /** @param needed by what was to be written, in bytes; 0 where it is next to nothing, or not known */
        Full(Path directory, long free, long needed, long reserve) {
            super(
                    "nothing is written: of the disk of %s %d MB are free%s, and %d MB are to stay so (khabar.store.reserve); make room and try again"
                            .formatted(
                                    directory.toAbsolutePath(),
                                    free >> 20,
                                    needed == 0 ? "" : ", %d MB are needed".formatted(needed >> 20),
                                    reserve >> 20),
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

    /** The files of a store are not as they were written. */
    public static final class Harmed extends StoreException {
        /** Of a stack, from where it was thrown. */
        private static final int FRAMES = 15;

        Harmed(Path directory, Throwable cause) {
            super(directory.toAbsolutePath() + ": " + line(cause), cause);
        }

        /** Whether it was thrown by what reads the dataset's files, which has no word of its own for what it cannot read. */
        public static boolean isCauseOf(Throwable thrown) {
            Throwable root = root(thrown);
            return !(thrown instanceof StoreException)
                    && root instanceof RuntimeException
                    && Arrays.stream(root.getStackTrace())
                            .limit(FRAMES)
                            .map(StackTraceElement::getClassName)
                            .anyMatch(name -> name.startsWith("org.apache.jena.dboe.")
                                    || name.startsWith("org.apache.jena.tdb2."));
        }

        /** What is wrong and what to do, for people. */
        public static String line(Throwable thrown) {
            Throwable root = root(thrown);
            return "files of the store cannot be read (" + root.getClass().getSimpleName()
                    + String.valueOf(root.getMessage())
                            .lines()
                            .findFirst()
                            .map(why -> ": " + why)
                            .orElse("")
                    + "): the disk may have harmed them; khabar restore makes a store of a backup";
        }

        private static Throwable root(Throwable thrown) {
            Throwable cause = thrown.getCause();
            return cause == null ? thrown : root(cause);
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
