package khabar.ingest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The write API, and who it lets in; needs {@link Ingest} and {@link Sample}. */
@Configuration(proxyBeanMethods = false)
@Import(ArticlesApi.class)
public class IngestConfiguration {
    @Bean
    Token token() {
        return Token.random();
    }

    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilter(Token token) {
        FilterRegistrationBean<TokenFilter> filter = new FilterRegistrationBean<>(new TokenFilter(token));
        filter.addUrlPatterns("/api/*", "/api");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
