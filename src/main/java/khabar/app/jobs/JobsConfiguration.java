package khabar.app.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import khabar.app.desk.Desk;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Ingest;
import khabar.store.Store;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Jobs of a server; needs its {@link Desk}, its {@link Ingest}, its {@link Store} and what loads the gazetteer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
@Import(JobsApi.class)
public class JobsConfiguration {
    /** How often it is seen to that the dataset is not too large. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    @Bean(destroyMethod = "close")
    Jobs jobs(Desk desk, Ingest ingest, Supplier<Gazetteer> gazetteer, JobSettings settings, Clock clock) {
        return new Jobs(new Tasks(desk, ingest, gazetteer, settings, clock), clock, settings.deadline());
    }

    @Bean
    Schedule schedule(Jobs jobs, Store store, JobSettings settings) {
        return new Schedule(jobs, settings.hours(), new Growing(jobs, store, settings.grown()), LOOK);
    }
}
