package khabar.ingest;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import khabar.browse.FeedbackController;
import khabar.browse.NoteSettings;
import khabar.endpoint.Client;
import khabar.ingest.Noted.Why;
import khabar.store.Note;
import khabar.store.Note.Outcome;
import khabar.store.Notes;
import khabar.store.Store;
import org.apache.jena.graph.Node;

/**
 * Notes of readers from when they come until an editor has dealt with them. A note changes nothing by itself: an editor
 * decides, as on anything else, and the decision is what is published, in the editor's words. Safe for many threads.
 */
public final class Noting {
    private final Notes notes;
    private final Store store;
    private final Editing editing;
    private final NoteSettings settings;
    private final NoteBudget budget;
    private final Clock clock;

    public Noting(Notes notes, Store store, Editing editing, NoteSettings settings, Clock clock) {
        this.notes = notes;
        this.store = store;
        this.editing = editing;
        this.settings = settings;
        this.budget = new NoteBudget(settings.each(), settings.all(), clock);
        this.clock = clock;
    }

    /**
     * Takes a note.
     *
     * @param about path or IRI of the thing
     */
    public Noted take(String about, Note.Complaint complaint, String other, String words, Client client) {
        String said = plain(words);
        String meant = plain(other);
        if (!settings.takenFrom(client.signedIn())) {
            return new Noted.Refused(Why.CLOSED);
        }
        Optional<Node> thing = FeedbackController.thing(store.base(), about)
                .filter(node -> store.read(present -> present.contains(Node.ANY, node, Node.ANY, Node.ANY)));
        if (thing.isEmpty()) {
            return new Noted.NotThere();
        }
        if (said.isEmpty() && meant.isEmpty()) {
            return new Noted.Refused(Why.EMPTY);
        }
        if (said.length() > Note.LONGEST || meant.length() > Note.LONGEST_OTHER) {
            return new Noted.Refused(Why.LONG);
        }
        if (!budget.admits(client.name())) {
            return new Noted.Refused(Why.OFTEN);
        }
        Note note = new Note(
                UUID.randomUUID().toString(),
                thing.get().getURI(),
                complaint,
                meant,
                said,
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                new Outcome.Open());
        return notes.add(note) ? new Noted.Done(note) : new Noted.Refused(Why.FULL);
    }

    /** Decides on an open note; where that cannot be, it stays open. */
    public synchronized Noted apply(String key, DecisionOrder order) {
        Optional<Note> note = notes.find(key);
        if (note.isEmpty()) {
            return new Noted.NotThere();
        }
        if (!note.get().isOpen()) {
            return new Noted.Impossible("this note has been dealt with");
        }
        return switch (editing.decide(order)) {
            case Edited.Done done ->
                settled(key, new Outcome.Applied(done.decided().decision()));
            case Edited.NotThere missing -> new Noted.Impossible(missing.why());
            case Edited.Impossible impossible -> new Noted.Impossible(impossible.why());
        };
    }

    /** Says of an open note that it is mended or dismissed. */
    public synchronized Noted settle(String key, Outcome outcome) {
        Optional<Note> note = notes.find(key);
        return note.isPresent() && !note.get().isOpen()
                ? new Noted.Impossible("this note has been dealt with")
                : settled(key, outcome);
    }

    /** Takes back what became of a note, the decision on it included. */
    public synchronized Noted reopen(String key) {
        Optional<Note> note = notes.find(key);
        if (note.isPresent() && note.get().outcome() instanceof Outcome.Applied applied) {
            switch (editing.undo(applied.decision())) {
                case Edited.Done done -> {}
                case Edited.NotThere undoneBefore -> {}
                case Edited.Impossible impossible -> {
                    return new Noted.Impossible(impossible.why());
                }
            }
        }
        return settled(key, new Outcome.Open());
    }

    private Noted settled(String key, Outcome outcome) {
        return notes.settle(key, outcome).<Noted>map(Noted.Done::new).orElseGet(Noted.NotThere::new);
    }

    /** On the lines that it came in, without what cannot be seen. */
    private static String plain(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}&&[^\\n\\u200C\\u200D]]", " ")
                .strip();
    }
}
