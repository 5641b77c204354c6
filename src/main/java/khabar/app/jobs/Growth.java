package khabar.app.jobs;

import khabar.store.Space;

/**
 * When a dataset has grown so much that it is to be compacted: by what was removed, and by the pages that each commit copies. A
 * compaction needs the room of what it writes beside what is there: begun at less than twice the size, all of it takes up some
 * three times what is needed then, and more only by what comes in between two looks.
 *
 * @param times of what it took up after the last compaction; nothing for never
 * @param least bytes; below that nobody minds
 */
record Growth(double times, long least) {
    /** Of where one failed, so that it is not tried over and over. */
    private static final double MORE = 1.1;

    /** @param failed bytes at which the last one was begun, where it failed; else nothing */
    boolean isDue(Space space, long failed) {
        return times > 0
                && space.now() >= least
                && space.now() >= times * space.compacted()
                && space.now() >= MORE * failed;
    }
}
