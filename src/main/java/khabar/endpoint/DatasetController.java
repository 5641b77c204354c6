package khabar.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import khabar.export.DumpManifest;
import khabar.store.Store;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The data as a whole: for programs its description, for people the page about it. Its headers are signposts, as FAIR
 * Signposting has them.
 */
@Controller
final class DatasetController {
    private final Store store;
    private final SelfDescription description;

    DatasetController(Store store, SelfDescription description) {
        this.store = store;
        this.description = description;
    }

    @GetMapping({"/dataset", "/dataset.{suffix:.+}"})
    void dataset(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Representations.Address address = Representations.Address.parse(request.getRequestURI());
        signposts().forEach(post -> response.addHeader("Link", post));
        String iri = Representations.About.dataset(store.base());
        new Representations(
                        "/dataset",
                        "/about",
                        address.suffix(),
                        Representations.State.of(store),
                        new Representations.About(iri, iri, Representations.About.DATA, iri))
                .answer(request, response, form -> RdfWriting.write(graph(), form, response));
    }

    /** As RFC 8615 registers it for VoID. */
    @GetMapping("/.well-known/void")
    void wellKnown(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/dataset");
        response.setHeader("Cache-Control", "public, max-age=3600");
    }

    private Graph graph() {
        Graph copy = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(copy, description.graph());
        Prefixes.addTo(copy);
        return copy;
    }

    private List<String> signposts() {
        String base = store.base().iri();
        List<String> posts = new ArrayList<>(List.of(
                "<http://schema.org/Dataset>; rel=\"type\"",
                "<" + base + "dataset#publisher>; rel=\"author\"",
                "<" + base + "dataset.ttl>; rel=\"describedby\"; type=\"text/turtle\"",
                "<" + base + "dataset.jsonld>; rel=\"describedby\"; type=\"application/ld+json\""));
        description.dumps().stream()
                .limit(1)
                .forEach(dump -> dump.files().forEach(file -> posts.add(item(base, dump, file))));
        return posts;
    }

    private static String item(String base, DumpManifest dump, DumpManifest.DumpFile file) {
        return "<" + base + "export/" + dump.name() + "/" + file.name() + ">; rel=\"item\"; type=\"application/gzip\"";
    }
}
