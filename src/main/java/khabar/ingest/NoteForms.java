package khabar.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import khabar.browse.FeedbackController;
import khabar.endpoint.Client;
import khabar.endpoint.ClientSettings;
import khabar.ingest.Noted.Why;
import khabar.store.Note;
import khabar.store.Note.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What is sent by the forms for notes: readers' and editors'. Who may send it is settled before a request comes here. */
@Controller
class NoteForms {
    private final Noting noting;
    private final ClientSettings clients;

    NoteForms(Noting noting, ClientSettings clients) {
        this.noting = noting;
        this.clients = clients;
    }

    @PostMapping("/feedback")
    String take(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "other") String complaint,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response) {
        Note.Complaint kind = Arrays.stream(Note.Complaint.values())
                .filter(one -> one.name().equalsIgnoreCase(complaint))
                .findFirst()
                .orElse(Note.Complaint.OTHER);
        return switch (noting.take(about, kind, other, words, Client.of(request, clients.proxies()))) {
            case Noted.Done done -> seeOther(request, "/feedback?thanks");
            case Noted.NotThere missing -> again(request, response, HttpStatus.NOT_FOUND, "missing");
            case Noted.Impossible impossible -> again(request, response, HttpStatus.CONFLICT, "missing");
            case Noted.Refused refused ->
                again(
                        request,
                        response,
                        status(refused.why()),
                        refused.why().name().toLowerCase(Locale.ROOT));
        };
    }

    /** @param act {@code apply}, {@code mended}, {@code dismiss} or {@code reopen} */
    @PostMapping("/notes/{key:[a-z0-9-]+}")
    String deal(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String decide,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String two,
            @RequestParam(defaultValue = "") String because,
            HttpServletRequest request,
            HttpServletResponse response) {
        Noted noted;
        try {
            noted = switch (act) {
                case "apply" ->
                    noting.apply(key, DecisionOrder.parse(decide, of(decide, one, two), name(request), because));
                case "mended" -> noting.settle(key, new Outcome.Mended(because.strip()));
                case "dismiss" -> noting.settle(key, new Outcome.Dismissed(because.strip()));
                case "reopen" -> noting.reopen(key);
                default -> new Noted.Impossible("act is one of apply, mended, dismiss, reopen");
            };
        } catch (IllegalArgumentException wrong) {
            noted = new Noted.Impossible(String.valueOf(wrong.getMessage()));
        }
        return switch (noted) {
            case Noted.Done done -> seeOther(request, "/notes#n" + key);
            case Noted.Impossible impossible -> impossible(request, response, impossible.why());
            case Noted.NotThere missing -> impossible(request, response, "there is no note " + key);
            case Noted.Refused refused ->
                impossible(request, response, refused.why().name());
        };
    }

    /** Where a name stands for nobody known, what the reader proposed instead may be left in the form. */
    private static List<String> of(String decide, String one, String two) {
        return (decide.startsWith("unlink") ? Stream.of(one) : Stream.of(one, two))
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .toList();
    }

    private static String name(HttpServletRequest request) {
        return request.getRemoteUser() == null ? "" : request.getRemoteUser();
    }

    /** After a form a page that can be loaded again without sending it twice. */
    private static String seeOther(HttpServletRequest request, String path) {
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:" + path;
    }

    private static String again(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why) {
        request.setAttribute(FeedbackController.REFUSED, why);
        response.setStatus(status.value());
        return "forward:/page/feedback";
    }

    private static String impossible(HttpServletRequest request, HttpServletResponse response, String why) {
        request.setAttribute(FeedbackController.IMPOSSIBLE, why);
        response.setStatus(HttpStatus.CONFLICT.value());
        return "forward:/page/notes";
    }

    private static HttpStatus status(Why why) {
        return switch (why) {
            case CLOSED -> HttpStatus.FORBIDDEN;
            case EMPTY, LONG -> HttpStatus.BAD_REQUEST;
            case OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case FULL -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
