package khabar.article;

/** Where an article was read, so that every problem can be traced. Lines count from 1. */
public record SourceRef(String file, int line) {
    /** So many lines below. */
    SourceRef plus(int lines) {
        return new SourceRef(file, line + lines);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
