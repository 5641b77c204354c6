package khabar.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Ontology;
import org.apache.jena.graph.Graph;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The ontology, the scheme of event types and the shapes, as they are in the folder {@code ontology}, and the names of
 * the ontology for JSON. Version IRIs of the ontology answer, too, those of earlier versions for as long as their files lie in
 * {@code ontology/versions}.
 */
@Controller
final class VocabularyController {
    private static final String SHAPES = "https://w3id.org/khabar/shapes";

    private final Base base;
    private final Graph terms;
    private final Graph eventTypes;
    private final Graph shapes;
    private final byte[] context;

    VocabularyController(Store store) {
        this.base = store.base();
        this.terms = Ontology.terms();
        this.eventTypes = Ontology.eventTypes();
        this.shapes = Ontology.shapes();
        this.context = JsonLdContext.of(terms).getBytes(StandardCharsets.UTF_8);
        Prefixes.addTo(terms);
        Prefixes.addTo(eventTypes);
        Prefixes.addTo(shapes);
    }

    @GetMapping({"/{name:ns|event-types|shapes}", "/{name:(?:ns|event-types|shapes)\\..+}"})
    void vocabulary(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Representations.Address address = Representations.Address.parse(name);
        answer("/" + address.name(), address, request, response);
    }

    /** The version IRI leads here; for people every version is told of by the page of the present one. */
    @GetMapping("/ns/{version:\\d+\\.\\d+\\.\\d+}")
    void version(@PathVariable String version, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        version(version, Optional.empty(), request, response);
    }

    @GetMapping("/ns/{version:\\d+\\.\\d+\\.\\d+}.{suffix:[a-z]+}")
    void version(
            @PathVariable String version,
            @PathVariable String suffix,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        version(version, Optional.of(suffix), request, response);
    }

    private void version(
            String version, Optional<String> suffix, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Graph asked = Ontology.terms(version).orElseThrow(Requests::notFound);
        Prefixes.addTo(asked);
        String path = "/ns/" + version;
        new Representations(
                        path,
                        "/page/ns",
                        suffix,
                        Representations.State.OF_PROGRAM,
                        new Representations.About(
                                base.resolve(path.substring(1)).getURI(),
                                Kh.ONTOLOGY + "/" + version,
                                Representations.About.TERMS,
                                Representations.About.dataset(base)))
                .answer(request, response, form -> RdfWriting.write(asked, form, response));
    }

    /** A context for JSON-LD in which each term of the ontology goes by its own name. */
    @GetMapping("/context.jsonld")
    void context(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=3600");
        if (new ServletWebRequest(request, response).checkNotModified(Representations.tag("program", "context"))) {
            return;
        }
        response.setContentType(Format.JSON_LD.contentType(Format.JSON_LD.mediaType()));
        response.setContentLength(context.length);
        response.getOutputStream().write(context);
    }

    private void answer(
            String path, Representations.Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Graph graph = switch (path) {
            case "/ns" -> terms;
            case "/event-types" -> eventTypes;
            default -> shapes;
        };
        new Representations(path, "/page" + path, address.suffix(), Representations.State.OF_PROGRAM, about(path))
                .answer(request, response, form -> RdfWriting.write(graph, form, response));
    }

    /** The event types carry those of PLOVER, which are share-alike. */
    private Representations.About about(String path) {
        String name = switch (path) {
            case "/ns" -> Kh.ONTOLOGY;
            case "/event-types" -> Khe.Scheme.getURI();
            default -> SHAPES;
        };
        return new Representations.About(
                base.resolve(path.substring(1)).getURI(),
                name,
                path.equals("/event-types") ? Representations.About.DATA : Representations.About.TERMS,
                Representations.About.dataset(base));
    }
}
