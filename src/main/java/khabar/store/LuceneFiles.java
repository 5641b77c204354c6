package khabar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * What both indexes have in common: each knows the number of the commit that it has followed. TDB2 commits first and
 * Lucene after, so a crash in between leaves an index one commit short; the numbers tell.
 */
final class LuceneFiles {
    private static final String COMMIT = "khabar.commit";
    private static final String ANALYZER = "khabar.analyzer";

    private LuceneFiles() {}

    /** An index that cannot be read is thrown away: it holds nothing that dataset and archive do not. */
    static Directory open(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (!isReadable(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        return FSDirectory.open(directory);
    }

    /** The number goes with the next commit of the writer. */
    static void follow(IndexWriter writer, long commit) {
        writer.setLiveCommitData(Map.of(COMMIT, Long.toString(commit), ANALYZER, BothLanguages.VERSION)
                .entrySet());
    }

    static boolean hasFollowed(IndexWriter writer, long commit) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return false;
        }
        Map<String, String> found = new HashMap<>();
        data.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return Long.toString(commit).equals(found.get(COMMIT)) && BothLanguages.VERSION.equals(found.get(ANALYZER));
    }

    /** The commit that an index has followed; empty where it does not say. */
    static Optional<String> followed(DirectoryReader reader) throws IOException {
        return Optional.ofNullable(reader.getIndexCommit().getUserData().get(COMMIT));
    }

    private static boolean isReadable(Path path) throws IOException {
        try (Directory directory = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(directory)) {
                return List.of(directory.listAll()).isEmpty();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory);
                    IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                return reader.numDocs() >= 0 && writer.isOpen();
            }
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }
}
