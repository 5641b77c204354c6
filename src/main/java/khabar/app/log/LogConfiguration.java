package khabar.app.log;

import java.time.Clock;
import khabar.endpoint.QueryObserver;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes down what is asked, unless it is set not to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
public class LogConfiguration {
    @Bean
    @ConditionalOnProperty(name = "khabar.log.queries", havingValue = "true", matchIfMissing = true)
    QueryObserver queryLog(LogSettings settings, Clock clock) {
        return new QueryLog(settings.directory(), clock, settings.texts(), settings.keep());
    }
}
