package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.store.Note;

/**
 * The form in which a reader says what is wrong with a thing.
 *
 * @param about the thing; empty where the address names none that is there
 * @param link what a name is linked to at present
 * @param offered whom or what else a name may stand for
 * @param complaints that suit the thing
 * @param chosen of these
 * @param taken whether notes are taken from whoever asks
 * @param refused why the last one was not taken: the end of a message's key
 */
record FeedbackPage(
        Text title,
        Optional<Link> about,
        Optional<Link> link,
        List<Link> offered,
        List<Note.Complaint> complaints,
        Note.Complaint chosen,
        String other,
        String words,
        boolean taken,
        boolean thanks,
        Optional<String> refused)
        implements Page {
    public int longest() {
        return Note.LONGEST;
    }

    public int longestOther() {
        return Note.LONGEST_OTHER;
    }
}
