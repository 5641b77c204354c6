package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.vocab.Kh;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Skos;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The text index: which predicates are searched, and the number of the commit that it has followed. TDB2 commits first and
 * Lucene after, so a crash in between leaves the index one commit short; the numbers tell.
 */
final class TextIndexing {
    /** The field that names a document. */
    static final String DOCUMENT = "uid";

    private static final String COMMIT = "khabar.commit";
    private static final String ANALYZER = "khabar.analyzer";
    private static final Map<String, Node> FIELDS = Map.of(
            "label", Rdfs.label,
            "altLabel", Skos.altLabel,
            "headline", Schema.headline,
            "exact", Kh.exact);

    private final TextIndexLucene index;

    private TextIndexing(TextIndexLucene index) {
        this.index = index;
    }

    static TextIndexing inMemory() {
        return new TextIndexing(index(new ByteBuffersDirectory()));
    }

    /** An index that cannot be read is thrown away: it holds nothing that the dataset does not. */
    static TextIndexing on(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (!isReadable(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        return new TextIndexing(index(FSDirectory.open(directory)));
    }

    TextIndexLucene index() {
        return index;
    }

    /** To be called in the write transaction: the number goes with its commit. */
    void follow(long commit) {
        index.getIndexWriter()
                .setLiveCommitData(Map.of(COMMIT, Long.toString(commit), ANALYZER, BothLanguages.VERSION)
                        .entrySet());
    }

    boolean hasFollowed(long commit) {
        Iterable<Map.Entry<String, String>> data = index.getIndexWriter().getLiveCommitData();
        if (data == null) {
            return false;
        }
        Map<String, String> found = new java.util.HashMap<>();
        data.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return Long.toString(commit).equals(found.get(COMMIT)) && BothLanguages.VERSION.equals(found.get(ANALYZER));
    }

    /** Makes the index again from the dataset, inside a read transaction. */
    void rebuild(DatasetGraph dataset, long commit) {
        IndexWriter writer = index.getIndexWriter();
        try {
            writer.deleteAll();
            for (Node predicate : FIELDS.values()) {
                dataset.find(Node.ANY, Node.ANY, predicate, Node.ANY).forEachRemaining(this::add);
            }
            follow(commit);
            writer.commit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What names the document of a quad in the index; empty where it has none. */
    Optional<String> document(Quad quad) {
        return Optional.ofNullable(TextQueryFuncs.entityFromQuad(index.getDocDef(), quad))
                .flatMap(entity -> entity.getMap().entrySet().stream().findFirst().map(field ->
                        entity.getChecksum(field.getKey(), String.valueOf(field.getValue()))));
    }

    /** The commit that an index has followed; empty where it does not say. */
    static Optional<String> followed(DirectoryReader reader) throws IOException {
        return Optional.ofNullable(reader.getIndexCommit().getUserData().get(COMMIT));
    }

    /** As of its last commit. */
    DirectoryReader committed() {
        try {
            return DirectoryReader.open(index.getDirectory());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(Quad quad) {
        Entity entity = TextQueryFuncs.entityFromQuad(index.getDocDef(), quad);
        if (entity != null) {
            index.addEntity(entity);
        }
    }

    private static TextIndexLucene index(Directory directory) {
        EntityDefinition definition = new EntityDefinition("uri", "label", Rdfs.label);
        definition.setGraphField("graph");
        definition.setLangField("lang");
        definition.setUidField(DOCUMENT);
        FIELDS.forEach(definition::set);
        TextIndexConfig config = new TextIndexConfig(definition);
        config.setAnalyzer(new BothLanguages());
        return new TextIndexLucene(directory, config);
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
