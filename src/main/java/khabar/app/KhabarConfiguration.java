package khabar.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import khabar.app.access.Users;
import khabar.app.command.ExitCode;
import khabar.app.desk.Desk;
import khabar.app.desk.DeskServlet;
import khabar.app.desk.StoreDesk;
import khabar.app.jobs.JobSettings;
import khabar.app.log.LogSettings;
import khabar.browse.NoteSettings;
import khabar.endpoint.ClientSettings;
import khabar.endpoint.EndpointSettings;
import khabar.endpoint.SelfDescription;
import khabar.export.Dumps;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Editing;
import khabar.ingest.Ingest;
import khabar.ingest.Noting;
import khabar.ingest.Reader;
import khabar.ingest.Sample;
import khabar.ingest.SourceTerms;
import khabar.ingest.Token;
import khabar.store.Notes;
import khabar.store.Queries;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The flow, put together once for the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KhabarSettings.class)
class KhabarConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(KhabarConfiguration.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Base base(KhabarSettings settings) {
        return settings.base();
    }

    @Bean
    Queries queries() {
        return Queries.load();
    }

    /** All settings are looked at first: who mistypes one is not left with a store that was made for nothing. */
    @Bean(destroyMethod = "close")
    OpenStore openStore(
            KhabarSettings settings,
            JobSettings jobs,
            LogSettings log,
            EndpointSettings endpoint,
            ClientSettings clients) {
        return OpenStore.in(settings.store().settings(), settings.base());
    }

    @Bean(destroyMethod = "")
    Store store(OpenStore open) {
        open.store().whenBroken(KhabarConfiguration::end);
        return open.store();
    }

    @Bean
    SourceTerms terms(KhabarSettings settings) {
        return settings.terms();
    }

    @Bean
    Users users(KhabarSettings settings) {
        return settings.accounts();
    }

    @Bean
    Reader reader(Supplier<Gazetteer> gazetteers, KhabarSettings settings) {
        return Reader.of(gazetteers.get(), settings.names().settings());
    }

    @Bean
    Ingest ingest(Reader reader, Store store, Clock clock, SourceTerms terms) {
        Ingest ingest = new Ingest(reader, store, clock, terms);
        long against = ingest.againstTerms();
        if (against > 0) {
            LOG.warn(
                    "stored articles that show other than the terms now set for their sources let them: {}; run khabar reread",
                    against);
        }
        return ingest;
    }

    @Bean
    Editing editing(Store store, Clock clock, Ingest ingest) {
        return new Editing(store, clock, () -> ingest);
    }

    @Bean(destroyMethod = "")
    Notes notes(Store store) {
        return store.notes();
    }

    @Bean
    NoteSettings noteSettings(KhabarSettings settings, Users users) {
        return settings.notes().settings().readBy(users.haveEditor());
    }

    @Bean
    Noting noting(Notes notes, Store store, Editing editing, NoteSettings settings, Clock clock) {
        return new Noting(notes, store, editing, settings, clock);
    }

    @Bean
    Sample sample(OpenStore open, Ingest ingest, KhabarSettings settings) throws IOException {
        Sample sample = new Sample(open.directory(), ingest);
        if (settings.sample()) {
            sample.load(open.isNew());
        }
        return sample;
    }

    /** Closing it would close the store, which goes its own way. */
    @Bean(destroyMethod = "")
    Desk desk(OpenStore open, Ingest ingest) {
        return new StoreDesk(open.store(), open.directory(), () -> ingest);
    }

    @Bean
    ServletRegistrationBean<DeskServlet> deskServlet(Desk desk) {
        return new ServletRegistrationBean<>(
                new DeskServlet(desk),
                DeskServlet.ROUTES.stream()
                        .map(route -> route.substring(route.indexOf('/')))
                        .toArray(String[]::new));
    }

    /** The gazetteer with a person's own files as they are at that moment. */
    @Bean
    Supplier<Gazetteer> gazetteers(KhabarSettings settings) {
        return () -> Gazetteer.load(settings.gazetteer().directory());
    }

    @Bean
    Dumps dumps(OpenStore open) {
        return Dumps.of(open.directory());
    }

    @Bean
    DescriptionKeeper descriptionKeeper(Store store, SelfDescription description) {
        return new DescriptionKeeper(store, description);
    }

    @Bean
    Presence presence(OpenStore open, WebServerApplicationContext web, Token token) {
        return new Presence(open.directory(), web, token, open.store().base());
    }

    /**
     * The store of this server.
     *
     * @param isNew whether this start made it
     */
    record OpenStore(Store store, Path directory, boolean isNew) implements AutoCloseable {
        static OpenStore in(StoreSettings settings, Base base) {
            boolean isNew = isEmpty(settings.directory());
            return new OpenStore(Store.open(settings, base), settings.directory(), isNew);
        }

        @Override
        public void close() {
            store.close();
        }

        private static boolean isEmpty(Path directory) {
            if (!Files.exists(directory)) {
                return true;
            }
            try (var files = Files.list(directory)) {
                return files.findAny().isEmpty();
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }
    }

    /** After a write that failed half-way nothing in memory is to be trusted: no orderly end, recovery takes over. */
    private static void end(Throwable failed) {
        LOG.error("a write failed in the middle; Khabar ends here and mends its store at the next start", failed);
        Runtime.getRuntime().halt(ExitCode.FAULT);
    }
}
