package khabar.app.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be done as a job. */
public enum JobKind {
    /** Writes a backup into the folder of backups, and deletes those that are too many. */
    BACKUP,
    COMPACT,
    VERIFY,
    /** Lays a dated dump beside the store, where something has changed since the last one. */
    DUMP,
    /** Makes the search indexes anew. */
    REINDEX,
    /** Reads one stored article again, or all. */
    REREAD,
    /** Takes up the user's own gazetteer files as they are now. */
    GAZETTEER;

    /** As it is written in addresses, settings and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<JobKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(JobKind::word).collect(Collectors.joining(", "));
    }
}
