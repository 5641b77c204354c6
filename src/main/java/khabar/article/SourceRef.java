package khabar.article;

/** Where an article was read, so that every problem can be traced. Lines count from 1. */
public record SourceRef(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
