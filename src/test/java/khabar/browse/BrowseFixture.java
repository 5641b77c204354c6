package khabar.browse;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import khabar.endpoint.EndpointSettings;
import khabar.endpoint.SelfDescription;
import khabar.endpoint.SparqlEndpoint;
import khabar.endpoint.Streams;
import khabar.store.Changes;
import khabar.store.Note;
import khabar.store.Notes;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.vocab.Base;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages over a small graph of one event, and as much of the endpoint as links need: addresses that lead on. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({BrowseConfiguration.class, BrowseFixture.Addresses.class})
class BrowseFixture {
    @Bean
    Store store() throws Exception {
        DatasetGraph fixture = DatasetGraphFactory.create();
        try (InputStream trig = BrowseFixture.class.getResourceAsStream("/browse/fixture.trig")) {
            RDFParser.source(Objects.requireNonNull(trig)).lang(Lang.TRIG).parse(fixture);
        }
        Store store = Store.inMemory(Base.LOCAL);
        List<Quad> quads = fixture.stream().toList();
        store.write(dataset -> new Changes(Map.<Node, Graph>of(), List.of(), quads, List.of()));
        return store;
    }

    @Bean
    Queries queries() {
        return Queries.load();
    }

    @Bean
    SparqlEndpoint endpoint(Store store) {
        return new SparqlEndpoint(
                store.dataset(), new EndpointSettings(Duration.ofSeconds(10), Duration.ofSeconds(30), 300, 2, 2, 2));
    }

    @Bean
    SelfDescription selfDescription(Store store, Queries queries) {
        return new SelfDescription(store, queries, Optional.empty());
    }

    @Bean
    Notes notes(Store store) {
        Notes notes = store.notes();
        notes.add(new Note(
                "5d1b8f0a-0000-4000-8000-000000000000",
                Base.LOCAL.id("event", "aaaa000000000001-10").getURI(),
                Note.Complaint.SEVERAL,
                "",
                "Two visits, \"><img src=x onerror=alert(1)>",
                Instant.parse("2026-01-02T03:04:00Z"),
                new Note.Outcome.Open()));
        return notes;
    }

    @Bean
    NoteSettings noteSettings() {
        return new NoteSettings(NoteSettings.From.EVERYBODY, 10, 100);
    }

    @Bean
    Streams streams() {
        return new Streams(2);
    }

    @Controller
    static class Addresses {
        @GetMapping("/id/{type}/{key}")
        String thing(@PathVariable String type, @PathVariable String key) {
            return "redirect:/doc/" + type + "/" + key;
        }

        @GetMapping("/doc/{type}/{key}")
        String document(@PathVariable String type, @PathVariable String key) {
            return "forward:/page/" + type + "/" + key;
        }

        @GetMapping({"/sparql", "/ns", "/event-types"})
        String page(HttpServletRequest request) {
            return "forward:/page" + request.getRequestURI();
        }

        @GetMapping("/graph/{name}")
        String graph(@PathVariable String name) {
            return "forward:/page/graph/" + name;
        }

        @GetMapping("/graph/article/{key}")
        String articleGraph(@PathVariable String key) {
            return "forward:/page/graph/article/" + key;
        }
    }
}
