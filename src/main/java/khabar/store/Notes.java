package khabar.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import khabar.store.Note.Outcome;
import khabar.vocab.Dct;
import khabar.vocab.Oa;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/**
 * Notes of readers, as Web Annotations in a dataset of their own: no query, page, dump or export reads it, so that nothing
 * which a stranger wrote is published. Made when the first note comes. Safe for many threads.
 */
public final class Notes implements AutoCloseable {
    /** More than so many open ones nobody reads. */
    private static final int MOST_OPEN = 2_000;

    private static final String UUID = "urn:uuid:";
    private static final Node GRAPH = Quad.defaultGraphIRI;

    private final Supplier<Boolean> there;
    private final Supplier<DatasetGraph> opening;
    private @Nullable DatasetGraph dataset;

    private Notes(Supplier<Boolean> there, Supplier<DatasetGraph> opening) {
        this.there = there;
        this.opening = opening;
    }

    /** Beside the store that lies there, whose lock keeps other programs out. */
    static Notes in(StoreSettings settings) {
        Path folder = settings.notes();
        return new Notes(() -> Files.exists(folder), () -> {
            try {
                return DatabaseMgr.connectDatasetGraph(
                        Files.createDirectories(folder).toString());
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        });
    }

    /** Notes that end with the program. */
    static Notes inMemory() {
        return new Notes(() -> true, DatabaseMgr::createDatasetGraph);
    }

    /** Keeps a note, unless too many are open. */
    public boolean add(Note note) {
        DatasetGraph notes = open();
        return Txn.calculateWrite(notes, () -> {
            if (read(notes).stream().filter(Note::isOpen).count() >= MOST_OPEN) {
                return false;
            }
            write(notes, note);
            return true;
        });
    }

    /** All of them, the last first. */
    public List<Note> all() {
        if (!isThere()) {
            return List.of();
        }
        DatasetGraph notes = open();
        return Txn.calculateRead(notes, () -> read(notes));
    }

    public Optional<Note> find(String key) {
        return all().stream().filter(note -> note.key().equals(key)).findFirst();
    }

    /** Says what became of a note; empty where it is not there. */
    public Optional<Note> settle(String key, Outcome outcome) {
        Optional<Note> settled = find(key).map(note -> note.with(outcome));
        settled.ifPresent(note -> {
            DatasetGraph notes = open();
            Txn.executeWrite(notes, () -> write(notes, note));
        });
        return settled;
    }

    /** Whether any note was ever kept. */
    boolean areAny() {
        return !all().isEmpty();
    }

    /** All of them as N-Triples; the stream stays open. */
    void write(OutputStream out) {
        DatasetGraph notes = open();
        Txn.executeRead(notes, () -> RDFDataMgr.write(out, notes.getDefaultGraph(), Lang.NTRIPLES));
    }

    /**
     * Takes in what {@link #write} wrote.
     *
     * @throws RiotException where it is no N-Triples
     */
    void read(InputStream in) {
        DatasetGraph notes = open();
        Txn.executeWrite(
                notes,
                () -> RDFParser.source(in)
                        .lang(Lang.NTRIPLES)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(notes.getDefaultGraph()));
    }

    @Override
    public synchronized void close() {
        if (dataset != null) {
            TDBInternal.expel(dataset, true);
            dataset = null;
        }
    }

    private synchronized boolean isThere() {
        return dataset != null || there.get();
    }

    private synchronized DatasetGraph open() {
        if (dataset == null) {
            dataset = opening.get();
        }
        return dataset;
    }

    private static List<Note> read(DatasetGraph notes) {
        return Iter.iter(notes.find(GRAPH, Node.ANY, Rdf.type, Oa.Annotation))
                .map(quad -> note(notes, quad.getSubject()))
                .toList()
                .stream()
                .sorted(Comparator.comparing(Note::at).reversed().thenComparing(Note::key))
                .toList();
    }

    private static Note note(DatasetGraph notes, Node note) {
        return new Note(
                note.getURI().substring(UUID.length()),
                one(notes, note, Oa.hasTarget),
                Note.Complaint.valueOf(one(notes, note, Oa.motivatedBy).toUpperCase(Locale.ROOT)),
                one(notes, note, Dct.relation),
                one(notes, note, Oa.bodyValue),
                Instant.parse(one(notes, note, Dct.created)),
                outcome(one(notes, note, Dct.type), one(notes, note, Dct.description)));
    }

    private static void write(DatasetGraph notes, Note note) {
        Node subject = NodeFactory.createURI(UUID + note.key());
        notes.deleteAny(GRAPH, subject, Node.ANY, Node.ANY);
        notes.add(GRAPH, subject, Rdf.type, Oa.Annotation);
        notes.add(GRAPH, subject, Oa.hasTarget, NodeFactory.createURI(note.about()));
        say(notes, subject, Oa.motivatedBy, note.complaint().name().toLowerCase(Locale.ROOT));
        say(notes, subject, Dct.relation, note.other());
        say(notes, subject, Oa.bodyValue, note.words());
        say(notes, subject, Dct.created, note.at().toString());
        switch (note.outcome()) {
            case Outcome.Open open -> say(notes, subject, Dct.type, "open");
            case Outcome.Applied applied -> {
                say(notes, subject, Dct.type, "applied");
                say(notes, subject, Dct.description, applied.decision());
            }
            case Outcome.Mended mended -> {
                say(notes, subject, Dct.type, "mended");
                say(notes, subject, Dct.description, mended.how());
            }
            case Outcome.Dismissed dismissed -> {
                say(notes, subject, Dct.type, "dismissed");
                say(notes, subject, Dct.description, dismissed.why());
            }
        }
    }

    private static Outcome outcome(String word, String said) {
        return switch (word) {
            case "applied" -> new Outcome.Applied(said);
            case "mended" -> new Outcome.Mended(said);
            case "dismissed" -> new Outcome.Dismissed(said);
            default -> new Outcome.Open();
        };
    }

    private static void say(DatasetGraph notes, Node subject, Node property, String words) {
        notes.add(GRAPH, subject, property, NodeFactory.createLiteralString(words));
    }

    private static String one(DatasetGraph notes, Node note, Node property) {
        return Iter.iter(notes.find(GRAPH, note, property, Node.ANY))
                .map(Quad::getObject)
                .map(value -> value.isURI() ? value.getURI() : value.getLiteralLexicalForm())
                .toList()
                .stream()
                .findFirst()
                .orElse("");
    }
}
