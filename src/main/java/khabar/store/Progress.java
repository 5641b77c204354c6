package khabar.store;

/** Hears how far a long task is. May be told from any one thread, as often as the task likes. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done in the units of the task, never less than before
     * @param total in the same units; 0 where nobody knows
     */
    void at(long done, long total);
}
