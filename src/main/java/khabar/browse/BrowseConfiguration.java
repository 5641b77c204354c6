package khabar.browse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import khabar.store.Queries;
import khabar.store.Store;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** The pages; needs a {@link Store}, {@link Queries} and a SPARQL endpoint. */
@Configuration(proxyBeanMethods = false)
@Import({
    AboutController.class,
    ActorController.class,
    ArticleController.class,
    AskController.class,
    ConformanceController.class,
    DownloadsController.class,
    ErrorPages.class,
    EventController.class,
    EventTypeController.class,
    FeedbackController.class,
    Frame.class,
    GraphController.class,
    HomeController.class,
    ListController.class,
    PlaceController.class,
    RelationsController.class,
    SearchController.class,
    SiteController.class,
    SparqlController.class,
    StorylineController.class,
    SuggestionController.class,
    ThingController.class,
    VocabularyController.class
})
public class BrowseConfiguration {
    @Bean
    Pages pages(Store store, Queries queries) {
        return new Pages(store, queries);
    }

    /** So that nobody waits for it later. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> firstFacets(Pages pages) {
        return ready -> pages.facets().making();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new InterfaceLanguage();
    }

    @Bean
    PageHeaders pageHeaders() {
        return new PageHeaders();
    }

    /** Behind what sets the headers of every answer, before all else. */
    @Bean
    FilterRegistrationBean<KeptAnswers> keptAnswers(Store store, LocaleResolver languages) {
        FilterRegistrationBean<KeptAnswers> filter =
                new FilterRegistrationBean<>(new KeptAnswers(store::version, languages));
        filter.setUrlPatterns(KeptAnswers.PATTERNS);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 8);
        return filter;
    }

    /** English is the default file; the machine's own language plays no part. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.ENGLISH);
        return messages;
    }
}
