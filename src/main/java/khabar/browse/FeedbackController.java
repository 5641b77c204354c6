package khabar.browse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.store.NamedQuery;
import khabar.store.Note;
import khabar.store.Notes;
import khabar.store.Queries;
import khabar.store.Row;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form in which readers say what is wrong, and the list of what they said, which is for editors. What is sent with them
 * is taken elsewhere; what came of it stands in attributes of the request.
 */
@Controller
public class FeedbackController {
    /** Attribute of a request: why a note was not taken, as the end of a message's key. */
    public static final String REFUSED = "feedback.refused";

    /** Attribute of a request: why a note cannot be dealt with so, in words. */
    public static final String IMPOSSIBLE = "notes.impossible";

    /** Of what a note may be; everything else is said of one of these. */
    public static final Set<String> TYPES =
            Set.of("event", "report", "mention", "person", "organisation", "place", "storyline", "article");

    private static final int SETTLED = 50;

    private final Pages pages;
    private final Notes notes;
    private final NoteSettings settings;
    private final NamedQuery statements;
    private final NamedQuery reports;
    private final NamedQuery alternatives;

    FeedbackController(Pages pages, Queries queries, Notes notes, NoteSettings settings) {
        this.pages = pages;
        this.notes = notes;
        this.settings = settings;
        this.statements = queries.get("page/statements");
        this.reports = queries.get("page/reports-of");
        this.alternatives = queries.get("page/alternatives");
    }

    /** @param about path of the thing, as in {@code /id/event/0123456789abcdef-0} */
    @RequestMapping({"/feedback", "/page/feedback"})
    String feedback(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String complaint,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable String thanks,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("page", pages.read(locale, reading -> {
            Optional<Node> thing = thing(reading.base(), about)
                    .filter(node -> !reading.statements(statements, node).isEmpty());
            Optional<Link> link = thing.flatMap(
                            node -> reading.statements(statements, node).one(Kh.refersTo))
                    .map(reading::link);
            List<Note.Complaint> suitable = suitable(about);
            return new FeedbackPage(
                    Text.plain(""),
                    thing.map(reading::linkInFull),
                    link,
                    thing.stream()
                            .flatMap(node -> alternatives(reading, node).stream())
                            .map(reading::linkInFull)
                            .toList(),
                    suitable,
                    suitable.stream()
                            .filter(one -> one.name().equalsIgnoreCase(complaint))
                            .findFirst()
                            .orElse(suitable.getFirst()),
                    other,
                    words,
                    settings.takenFrom(request.getRemoteUser() != null),
                    thanks != null,
                    Optional.ofNullable(request.getAttribute(REFUSED)).map(Object::toString));
        }));
        return "feedback";
    }

    /** Who may see it is settled before a request comes here. */
    @RequestMapping({"/page/notes"})
    String notes(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        response.setHeader("Cache-Control", "no-store");
        List<Note> all = notes.all();
        model.addAttribute(
                "page",
                pages.read(
                        locale,
                        reading -> new NotesPage(
                                Text.plain(""),
                                all.stream()
                                        .filter(Note::isOpen)
                                        .sorted(Comparator.comparing(Note::at))
                                        .map(note -> noted(reading, note))
                                        .toList(),
                                all.stream()
                                        .filter(note -> !note.isOpen())
                                        .limit(SETTLED)
                                        .map(note -> noted(reading, note))
                                        .toList(),
                                Optional.ofNullable(request.getAttribute(IMPOSSIBLE))
                                        .map(Object::toString))));
        return "notes";
    }

    @GetMapping("/notes")
    String list() {
        return "forward:/page/notes";
    }

    private NotesPage.Noted noted(PageReading reading, Note note) {
        Node about = thing(reading.base(), note.about()).orElseThrow();
        Optional<Node> refersTo = reading.statements(statements, about).one(Kh.refersTo);
        List<Row> told = reading.rows(reports, Map.of("event", about));
        List<Node> others = alternatives(reading, about);
        List<Link> offered = Stream.concat(told.stream().map(row -> row.node("report")), others.stream())
                .map(reading::linkInFull)
                .toList();
        return new NotesPage.Noted(
                note,
                reading.linkInFull(about),
                refersTo.map(reading::link),
                reading.dates().of(note.at().toString()),
                offered,
                Stream.of(note.about(), note.other())
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    /** Whom or what else a name may stand for. */
    private List<Node> alternatives(PageReading reading, Node mention) {
        return reading.rows(alternatives, Map.of("mention", mention)).stream()
                .map(row -> row.node("candidate"))
                .distinct()
                .toList();
    }

    private static List<Note.Complaint> suitable(String about) {
        return about.contains("/mention/")
                ? List.of(Note.Complaint.LINK, Note.Complaint.OTHER)
                : about.contains("/event/") || about.contains("/report/")
                        ? List.of(
                                Note.Complaint.READING,
                                Note.Complaint.SAME,
                                Note.Complaint.SEVERAL,
                                Note.Complaint.OTHER)
                        : List.of(Note.Complaint.SAME, Note.Complaint.SEVERAL, Note.Complaint.OTHER);
    }

    /** Only what a note may be about. */
    public static Optional<Node> thing(Base base, String address) {
        return base.parse(address.startsWith("/") ? base.iri() + address.substring(1) : address)
                .filter(local -> TYPES.contains(local.type()))
                .map(local -> base.id(local.type(), local.key()));
    }
}
