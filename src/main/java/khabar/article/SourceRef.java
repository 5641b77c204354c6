package khabar.article;

/**
 * Where an article was read, so that every problem can be traced. Lines count from 1. Whoever gives a file its name, it
 * stays on one line of a log and tells a terminal nothing: control characters are shown as question marks.
 */
public record SourceRef(String file, int line) {
    public SourceRef {
        file = Problem.plain(file);
    }

    /** So many lines below. */
    SourceRef plus(int lines) {
        return new SourceRef(file, line + lines);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
