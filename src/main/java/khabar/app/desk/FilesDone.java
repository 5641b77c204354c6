package khabar.app.desk;

import java.nio.file.Path;
import khabar.article.Parsed;
import khabar.store.Progress;

/** How many bytes of files are read, told from the articles that come out of them one file after the other. */
final class FilesDone {
    private final Progress progress;
    private String file = "";
    private long bytes;

    FilesDone(Progress progress) {
        this.progress = progress;
    }

    void met(Parsed parsed) {
        String next = switch (parsed) {
            case Parsed.Accepted accepted -> accepted.article().at().file();
            case Parsed.Refused refused -> refused.problem().at().file();
        };
        if (!next.equals(file)) {
            end();
            file = next;
        }
    }

    /** The last file that was met is done too. */
    void end() {
        if (!file.isEmpty()) {
            bytes += Path.of(file).toFile().length();
            progress.at(bytes, 0);
        }
    }
}
