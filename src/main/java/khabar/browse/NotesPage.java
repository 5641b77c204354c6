package khabar.browse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.store.Note;

/**
 * What readers hold to be wrong, for editors.
 *
 * @param open to be dealt with, the first that came first
 * @param settled of late
 * @param refused why the last thing that an editor wanted cannot be; empty where it could
 */
record NotesPage(Text title, List<Noted> open, List<Noted> settled, Optional<String> refused) implements Page {
    /**
     * A note beside what it is about.
     *
     * @param offered what a decision may be about: reports of the event, or whom else the name may stand for
     * @param of what a decision on it would probably be about, one or two
     */
    record Noted(Note note, Link about, Optional<Link> link, Dates.Shown at, List<Link> offered, List<String> of) {
        public String complaint() {
            return note.complaint().name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The decision that suits the complaint. */
        public String decision() {
            return switch (note.complaint()) {
                case SAME -> about.href().startsWith("/id/event/") ? "join" : "same";
                case SEVERAL -> "split";
                case LINK -> "link-all";
                case READING, OTHER -> "";
            };
        }

        /** What became of it: the end of a message's key. */
        public String state() {
            return switch (note.outcome()) {
                case Note.Outcome.Open open -> "open";
                case Note.Outcome.Applied applied -> "applied";
                case Note.Outcome.Mended mended -> "mended";
                case Note.Outcome.Dismissed dismissed -> "dismissed";
            };
        }

        /** In words of an editor, or the path of the decision. */
        public String said() {
            return switch (note.outcome()) {
                case Note.Outcome.Open open -> "";
                case Note.Outcome.Applied applied -> "/id/decision/" + applied.decision();
                case Note.Outcome.Mended mended -> mended.how();
                case Note.Outcome.Dismissed dismissed -> dismissed.why();
            };
        }
    }

    public List<String> decisions() {
        return Stream.of(
                        "join",
                        "split",
                        "apart",
                        "pin",
                        "same",
                        "different",
                        "link-all",
                        "link",
                        "unlink-all",
                        "unlink")
                .toList();
    }
}
