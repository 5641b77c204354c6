package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Parsed;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Prov;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Keeps the index of whole texts in step with the dataset: of every article whose graph lets its words be used, the text
 * that the graph names by its hash, from the archive. What is indexed follows from graphs and archive alone, so that a
 * lagging index can always be made again.
 *
 * <p>Under {@code full} terms the text is also kept, to be shown in parts; under {@code metadata} nothing is here.
 */
final class BodyIndexing {
    static final String KEY = "key";
    static final String TEXT = "text";
    /** What in the graph of an article decides what is indexed: which text, how much of it, and what told its zones apart. */
    private static final Set<Node> DECISIVE = Set.of(Kh.textHash, Kh.terms, Prov.wasGeneratedBy);

    /** Between zones, so that no sentence runs from a headline into what follows. */
    private static final String SEPARATOR = "\u2029";

    private final Base base;
    private final Archive archive;
    private final IndexWriter writer;
    private final Bodies bodies;

    private BodyIndexing(Base base, Archive archive, Directory directory) throws IOException {
        this.base = base;
        this.archive = archive;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(new BothLanguages()).setCommitOnClose(false));
        if (!DirectoryReader.indexExists(directory)) {
            writer.commit();
        }
        this.bodies = new Bodies(directory);
    }

    static BodyIndexing inMemory(Base base, Archive archive) {
        try {
            return new BodyIndexing(base, archive, new ByteBuffersDirectory());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static BodyIndexing on(Path directory, Base base, Archive archive) throws IOException {
        return new BodyIndexing(base, archive, LuceneFiles.open(directory));
    }

    Bodies bodies() {
        return bodies;
    }

    boolean hasFollowed(long commit) {
        return LuceneFiles.hasFollowed(writer, commit);
    }

    /** To be called in the write transaction, when all of the delta is written. */
    void put(Delta delta, DatasetGraph written) {
        try {
            for (Node article : touched(delta)) {
                put(written, article);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** To be called in the write transaction: everything is ready on the disk, and holds from {@link #commit} on. */
    void prepare(long commit) {
        try {
            LuceneFiles.follow(writer, commit);
            writer.prepareCommit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void commit() {
        try {
            writer.commit();
            bodies.refresh();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The index as it was committed last. */
    DirectoryReader committed() {
        try {
            return DirectoryReader.open(writer.getDirectory());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many documents it holds. */
    long size() {
        return writer.getDocStats().numDocs;
    }

    /** Makes the index again from dataset and archive, inside a read transaction. */
    void rebuild(DatasetGraph dataset, long commit) {
        try {
            writer.deleteAll();
            List<Node> articles =
                    Iter.toList(Iter.map(dataset.find(Node.ANY, Node.ANY, Kh.textHash, Node.ANY), Quad::getSubject));
            for (Node article : articles) {
                put(dataset, article);
            }
            LuceneFiles.follow(writer, commit);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        commit();
    }

    /** Nothing that is not committed holds; the index is closed with it. */
    void takeBack() throws IOException {
        writer.rollback();
    }

    void close() throws IOException {
        bodies.close();
        writer.close();
        writer.getDirectory().close();
    }

    private static List<Node> touched(Delta delta) {
        return Stream.concat(delta.gone().stream(), delta.fresh().stream())
                .filter(quad -> DECISIVE.contains(quad.getPredicate()))
                .map(Quad::getSubject)
                .distinct()
                .toList();
    }

    private void put(DatasetGraph dataset, Node article) throws IOException {
        Optional<String> key = base.parse(article.getURI())
                .filter(local -> local.type().equals("article"))
                .map(Base.Local::key);
        if (key.isEmpty()) {
            return;
        }
        Term name = new Term(KEY, key.get());
        Node graph = base.articleGraph(key.get());
        Terms terms =
                text(dataset, graph, article, Kh.terms).flatMap(Terms::named).orElse(Terms.QUOTES);
        Optional<Article> current = text(dataset, graph, article, Kh.textHash)
                .filter(hash -> terms != Terms.METADATA)
                .flatMap(hash -> archive.find(key.get(), hash))
                .flatMap(BodyIndexing::article);
        if (current.isPresent()) {
            writer.updateDocument(name, document(key.get(), words(current.get()), terms));
        } else {
            writer.deleteDocuments(name);
        }
    }

    private static Document document(String key, String words, Terms terms) {
        Document document = new Document();
        document.add(new StringField(KEY, key, Field.Store.YES));
        document.add(new TextField(TEXT, words, Field.Store.NO));
        if (terms == Terms.FULL) {
            document.add(new StoredField(TEXT, words));
        }
        return document;
    }

    /** Headlines of other articles are no words of this one. */
    private static String words(Article article) {
        return article.content().zones().stream()
                .filter(zone -> zone.kind() != ZoneKind.RELATED)
                .map((Zone zone) -> article.content().text(zone))
                .collect(Collectors.joining(SEPARATOR));
    }

    private static Optional<Article> article(Original original) {
        return switch (original.read()) {
            case Parsed.Accepted accepted -> Optional.of(accepted.article());
            case Parsed.Refused refused -> Optional.empty();
        };
    }

    private static Optional<String> text(DatasetGraph dataset, Node graph, Node subject, Node property) {
        return Iter.findFirst(dataset.find(graph, subject, property, Node.ANY), quad -> true)
                .map(quad -> quad.getObject().getLiteralLexicalForm());
    }
}
