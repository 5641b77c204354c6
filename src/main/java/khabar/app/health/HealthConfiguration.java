package khabar.app.health;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import khabar.app.jobs.JobSettings;
import khabar.endpoint.QueryObserver;
import khabar.ingest.Ingest;
import khabar.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /actuator/health} and {@code /actuator/prometheus} tell; nothing else of the actuator is served. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
    @Bean
    StoreHealth storeHealthIndicator(Store store) {
        return new StoreHealth(store);
    }

    @Bean
    QueryObserver queryMetrics(MeterRegistry registry) {
        return new QueryMetrics(registry);
    }

    @Bean
    StoreMetrics storeMetrics(Store store, Ingest ingest, JobSettings settings, Clock clock) {
        return new StoreMetrics(store, ingest, settings.backups(), clock);
    }
}
