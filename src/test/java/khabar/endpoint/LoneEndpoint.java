package khabar.endpoint;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import khabar.vocab.Base;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The endpoint over any dataset, in a servlet container of its own and without the rest of the product. */
final class LoneEndpoint implements AutoCloseable {
    private static final String PATH = "/sparql";

    private final WebServer server;

    LoneEndpoint(DatasetGraph dataset, EndpointSettings settings, ClientSettings clients) {
        SparqlEndpoint endpoint = new SparqlEndpoint(dataset, settings);
        server = new TomcatServletWebServerFactory(0).getWebServer(context -> {
            endpoint.register(context, PATH);
            add(context, "budget", new BudgetFilter(new Accounts(clients)));
            add(context, "front", new SparqlFront(ServiceDescription.load(new Base("http://example.org/"))));
            add(context, "fuseki", new FusekiFilter());
            // Filters come before a servlet only where there is one.
            context.addServlet("none", new HttpServlet() {}).addMapping(PATH);
        });
        server.start();
    }

    private static void add(ServletContext context, String name, Filter filter) {
        context.addFilter(name, filter).addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, PATH);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
