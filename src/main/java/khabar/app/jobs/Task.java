package khabar.app.jobs;

import java.io.IOException;
import khabar.store.Progress;

/** What a job does. */
@FunctionalInterface
interface Task {
    /**
     * Does it.
     *
     * @param progress is to be told often: what it throws ends the task
     */
    Outcome run(Progress progress) throws IOException;

    /**
     * What came out.
     *
     * @param summary one line for a person
     * @param result the same for programs; written as JSON
     */
    record Outcome(String summary, Object result) {}
}
