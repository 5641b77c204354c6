package khabar.endpoint;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import khabar.export.Dumps;
import khabar.store.Queries;
import khabar.store.Store;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Puts the endpoint into the servlet container; needs a {@link Store}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EndpointSettings.class, ClientSettings.class})
@Import({
    ThingController.class,
    VocabularyController.class,
    GraphController.class,
    ResourceController.class,
    ChangesController.class,
    DatasetController.class,
    DumpController.class,
    QueriesController.class,
    ExportController.class,
    RefusalAdvice.class,
    MethodAdvice.class
})
public class EndpointConfiguration {
    private static final String PATH = "/sparql";

    /** Doors of Jena that stand open by default and belong to the whole virtual machine. */
    private static void closeDoors() {
        ARQ.globalServiceAllowed = false;
        ARQ.getContext().setFalse(ARQ.httpServiceAllowed);
        ARQ.getContext().set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions((address, options) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "no context is fetched from elsewhere");
        }));
    }

    @Bean
    SparqlEndpoint sparqlEndpoint(Store store, EndpointSettings settings) {
        closeDoors();
        return new SparqlEndpoint(store.dataset(), settings, () -> Representations.revision(store.version()));
    }

    @Bean
    Streams streams(EndpointSettings settings) {
        return new Streams(settings.streams());
    }

    @Bean
    Things things(Store store, EndpointSettings settings) {
        return new Things(store, settings.rows());
    }

    @Bean
    SelfDescription selfDescription(Store store, ObjectProvider<Queries> queries, ObjectProvider<Dumps> dumps) {
        return new SelfDescription(
                store, queries.getIfAvailable(Queries::load), Optional.ofNullable(dumps.getIfAvailable()));
    }

    @Bean
    Framing framing(Store store) {
        return new Framing(store.base());
    }

    @Bean
    ServletContextInitializer sparqlRegistration(SparqlEndpoint endpoint) {
        return context -> endpoint.register(context, PATH);
    }

    @Bean
    FilterRegistrationBean<CrossOrigin> crossOrigin() {
        FilterRegistrationBean<CrossOrigin> filter = new FilterRegistrationBean<>(new CrossOrigin());
        // So that programs in browsers can read every refusal.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
        return filter;
    }

    @Bean
    Accounts accounts(ClientSettings settings) {
        return new Accounts(settings);
    }

    /** Before access is decided, which is what costs most about a refusal. */
    @Bean
    FilterRegistrationBean<SpentFilter> spentFilter(Accounts accounts, FilterRegistrationBean<QueryWatch> queryWatch) {
        FilterRegistrationBean<SpentFilter> filter =
                new FilterRegistrationBean<>(new SpentFilter(accounts, Objects.requireNonNull(queryWatch.getFilter())));
        filter.addUrlPatterns(PATH);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 7);
        return filter;
    }

    /** Before all that costs anything, and behind what knows users. */
    @Bean
    FilterRegistrationBean<BudgetFilter> budgetFilter(Accounts accounts) {
        FilterRegistrationBean<BudgetFilter> filter = new FilterRegistrationBean<>(new BudgetFilter(accounts));
        filter.addUrlPatterns(PATH);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 15);
        return filter;
    }

    @Bean
    FilterRegistrationBean<SparqlFront> sparqlFront(Store store) {
        FilterRegistrationBean<SparqlFront> filter =
                new FilterRegistrationBean<>(new SparqlFront(ServiceDescription.load(store.base())));
        filter.addUrlPatterns(PATH);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<QueryWatch> queryWatch(ObjectProvider<QueryObserver> observers) {
        FilterRegistrationBean<QueryWatch> filter = new FilterRegistrationBean<>(
                new QueryWatch(observers.orderedStream().toList(), Clock.systemUTC()));
        filter.addUrlPatterns(PATH);
        // Around the budget: what is refused by it is told of, too.
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 16);
        return filter;
    }

    /** This one path only: a request for a page never enters Fuseki. */
    @Bean
    FilterRegistrationBean<FusekiFilter> fusekiFilter() {
        FilterRegistrationBean<FusekiFilter> filter = new FilterRegistrationBean<>(new FusekiFilter());
        filter.addUrlPatterns(PATH);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
        return filter;
    }
}
