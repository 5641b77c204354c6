package khabar.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import khabar.app.desk.ServerFile;
import khabar.ingest.Token;
import khabar.vocab.Base;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Lets the command line find this server: from when its port is open until it begins to stop. */
final class Presence implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Path directory;
    private final WebServerApplicationContext web;
    private final Token token;
    private final Base base;
    private boolean running;

    Presence(Path directory, WebServerApplicationContext web, Token token, Base base) {
        this.directory = directory;
        this.web = web;
        this.token = token;
        this.base = base;
    }

    @Override
    public void start() {
        Optional.ofNullable(web.getWebServer()).ifPresent(server -> {
            try {
                ServerFile.of(server.getPort(), token, base.iri()).write(directory);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            LOG.info("Khabar answers on http://localhost:{}/ with the store in {}", server.getPort(), directory);
            running = true;
        });
    }

    @Override
    public void stop() {
        try {
            ServerFile.remove(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server has started, before it stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
