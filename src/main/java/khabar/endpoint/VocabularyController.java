package khabar.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import khabar.vocab.Ontology;
import org.apache.jena.graph.Graph;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The ontology, the scheme of event types and the shapes, as they are in the folder {@code ontology}. */
@Controller
final class VocabularyController {
    private final Graph terms;
    private final Graph eventTypes;
    private final Graph shapes;

    VocabularyController() {
        this.terms = Ontology.terms();
        this.eventTypes = Ontology.eventTypes();
        this.shapes = Ontology.shapes();
        Prefixes.addTo(terms);
        Prefixes.addTo(eventTypes);
        Prefixes.addTo(shapes);
    }

    @GetMapping({"/{name:ns|event-types|shapes}", "/{name:(?:ns|event-types|shapes)\\..+}"})
    void vocabulary(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Representations.Address address = Representations.Address.parse(name);
        Graph graph = switch (address.name()) {
            case "ns" -> terms;
            case "event-types" -> eventTypes;
            default -> shapes;
        };
        new Representations("/" + address.name(), "/page/" + address.name(), address.suffix(), "ontology")
                .answer(request, response, form -> RdfWriting.write(graph, form, response));
    }
}
