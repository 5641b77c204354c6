package khabar.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import khabar.vocab.Base;
import org.apache.jena.graph.Graph;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A thing's own address leads to the document about it; the document comes as RDF, or for people as a page. */
@Controller
final class ThingController {
    private final Things things;
    private final Framing framing;

    ThingController(Things things, Framing framing) {
        this.things = things;
        this.framing = framing;
    }

    @GetMapping("/id/{type}/{key}")
    void thing(
            @PathVariable String type,
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        switch (things.find(type, key)) {
            case Things.Found.Here here -> redirect(response, 303, "/doc/" + type + "/" + key);
            case Things.Found.Replaced replaced -> redirect(response, 301, "/id" + path(replaced.by()));
            case Things.Found.Gone gone -> gone(gone.tombstone(), request, response);
            case Things.Found.Unknown unknown -> throw Requests.notFound();
        }
    }

    @GetMapping("/doc/{type}/{name}")
    void document(
            @PathVariable String type,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Representations.Address address = Representations.Address.parse(name);
        String key = address.name();
        switch (things.find(type, key)) {
            case Things.Found.Here here -> {
                String path = "/" + type + "/" + key;
                boolean framed = address.suffix().isEmpty()
                        && request.getParameter("format") == null
                        && Negotiation.parse(Requests.accept(request)).prefersFrame();
                new Representations(
                                "/doc" + path,
                                "/page" + path,
                                address.suffix(),
                                framed ? things.state().framed() : things.state(),
                                Representations.About.data(
                                        things.base(),
                                        "/doc" + path,
                                        things.base().id(type, key).getURI()))
                        .answer(request, response, form -> write(type, key, form, framed, response));
            }
            case Things.Found.Replaced replaced ->
                redirect(
                        response,
                        301,
                        "/doc" + path(replaced.by())
                                + address.suffix().map(suffix -> "." + suffix).orElse(""));
            case Things.Found.Gone gone -> gone(gone.tombstone(), request, response);
            case Things.Found.Unknown unknown -> throw Requests.notFound();
        }
    }

    private void write(String type, String key, Negotiation.Chosen form, boolean framed, HttpServletResponse response)
            throws IOException {
        Things.Document document = things.describe(type, key);
        if (document.links() >= Things.MOST_LINKS) {
            response.setHeader("X-Result-Truncated", "links=" + Things.MOST_LINKS);
        }
        if (framed && form.format() == Format.JSON_LD) {
            framing.write(document.graph(), things.base().id(type, key), response);
        } else {
            RdfWriting.write(document.graph(), form, response);
        }
    }

    /** The address was good and is not any more; what is left to say is when and why. */
    private static void gone(Graph tombstone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Negotiation.Chosen form = Negotiation.parse(Requests.accept(request))
                .choose(Format.DOCUMENT)
                .orElse(Negotiation.Chosen.of(Format.TURTLE));
        response.addHeader("Vary", "Accept");
        if (form.format() == Format.HTML) {
            response.sendError(HttpServletResponse.SC_GONE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_GONE);
        RdfWriting.write(tombstone, form, response);
    }

    private static String path(Base.Local local) {
        return "/" + local.type() + "/" + local.key();
    }

    /** A path, not an address: which name this server goes by is not ours to know. */
    private static void redirect(HttpServletResponse response, int status, String path) {
        response.setStatus(status);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "public, max-age=60");
    }
}
