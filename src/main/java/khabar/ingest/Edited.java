package khabar.ingest;

/** What became of something that an editor wanted. */
public sealed interface Edited {
    /** It holds, or holds no more, from now on. */
    record Done(Decided decided) implements Edited {}

    /** What was named is not there. */
    record NotThere(String why) implements Edited {}

    /** It cannot be: the things do not allow it, or it contradicts what was decided before. */
    record Impossible(String why) implements Edited {}
}
