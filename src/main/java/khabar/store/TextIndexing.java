package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** The text index: which predicates are searched, and that it has followed every commit. */
final class TextIndexing {
    /** The field that names a document. */
    static final String DOCUMENT = "uid";

    private static final Map<String, Node> FIELDS = Map.of(
            "label", Rdfs.label,
            "altLabel", Skos.altLabel,
            "headline", Schema.headline,
            "exact", Kh.exact);

    private static final Set<Node> SEARCHED = Set.copyOf(FIELDS.values());

    private final TextIndexLucene index;

    private TextIndexing(TextIndexLucene index) {
        this.index = index;
    }

    static TextIndexing inMemory() {
        return new TextIndexing(index(new ByteBuffersDirectory()));
    }

    static TextIndexing on(Path directory) throws IOException {
        return new TextIndexing(index(LuceneFiles.open(directory)));
    }

    TextIndexLucene index() {
        return index;
    }

    /**
     * To be called in the write transaction, whose end is the index's, too. What Jena's dataset with text would do for each
     * quad, but for looking up whether it is there, which a {@link Delta} knows.
     */
    void put(Delta delta) {
        delta.gone().forEach(quad -> entity(quad).ifPresent(index::deleteEntity));
        delta.fresh().forEach(quad -> entity(quad).ifPresent(index::addEntity));
    }

    /** The number goes with the commit of the transaction. */
    void follow(long commit) {
        LuceneFiles.follow(index.getIndexWriter(), commit);
    }

    boolean hasFollowed(long commit) {
        return LuceneFiles.hasFollowed(index.getIndexWriter(), commit);
    }

    /** How many documents it holds. */
    long size() {
        return index.getIndexWriter().getDocStats().numDocs;
    }

    /** Makes the index again from the dataset, inside a read transaction. */
    void rebuild(DatasetGraph dataset, long commit) {
        IndexWriter writer = index.getIndexWriter();
        try {
            writer.deleteAll();
            for (Node predicate : FIELDS.values()) {
                dataset.find(Node.ANY, Node.ANY, predicate, Node.ANY)
                        .forEachRemaining((Quad quad) -> entity(quad).ifPresent(index::addEntity));
            }
            follow(commit);
            writer.commit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What names the document of a quad in the index; empty where it has none. */
    Optional<String> document(Quad quad) {
        return entity(quad)
                .flatMap(entity -> entity.getMap().entrySet().stream()
                        .findFirst()
                        .map(field -> entity.getChecksum(field.getKey(), String.valueOf(field.getValue()))));
    }

    /** As of its last commit. */
    DirectoryReader committed() {
        try {
            return DirectoryReader.open(index.getDirectory());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty where it is not searched. */
    private Optional<Entity> entity(Quad quad) {
        return SEARCHED.contains(quad.getPredicate())
                ? Optional.ofNullable(TextQueryFuncs.entityFromQuad(index.getDocDef(), quad))
                : Optional.empty();
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
}
