package khabar.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import khabar.vocab.Base;
import org.apache.jena.graph.NodeFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from an IRI to what is known here of the same thing: ours, or one of elsewhere that the data links to. */
@Controller
final class ResourceController {
    private final Things things;

    ResourceController(Things things) {
        this.things = things;
    }

    @GetMapping("/resource")
    void resource(@RequestParam(defaultValue = "") String uri, HttpServletResponse response) {
        if (uri.isEmpty()) {
            // The address itself, as the description of the dataset names it for others to put an IRI behind.
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/dataset");
            return;
        }
        if (!isAbsolute(uri)) {
            throw HttpProblem.of(400, "uri", "Which thing?", "Give uri= with an absolute IRI")
                    .refusal();
        }
        String path = own(uri).or(() -> same(uri)).orElseThrow(Requests::notFound);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "public, max-age=60");
    }

    private Optional<String> own(String iri) {
        return things.base()
                .parse(iri)
                .map(local -> iri.substring(things.base().iri().length() - 1));
    }

    /** Where several things of ours are linked to it, the first by type and key: the choice is the same each time. */
    private Optional<String> same(String iri) {
        List<Base.Local> same = things.sameAs(NodeFactory.createURI(iri));
        return same.stream().findFirst().map(one -> "/id/" + one.type() + "/" + one.key());
    }

    private static boolean isAbsolute(String uri) {
        try {
            return new URI(uri).isAbsolute();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
