package khabar.app;

import java.io.UncheckedIOException;
import khabar.app.command.Commands;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.app.command.Surroundings;
import khabar.app.desk.Refusal;
import khabar.browse.BrowseConfiguration;
import khabar.endpoint.EndpointConfiguration;
import khabar.ingest.IngestConfiguration;
import khabar.store.StoreException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The program: {@code khabar serve} and no arguments start the server, everything else is done and over. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EndpointConfiguration.class, BrowseConfiguration.class, IngestConfiguration.class, KhabarConfiguration.class})
public class Khabar {
    public static void main(String[] arguments) {
        int code = Commands.run(Surroundings.ofThisProcess(Khabar::start), arguments);
        if (code != ExitCode.OK) {
            System.exit(code);
        }
    }

    /** Comes back when the server answers; its threads keep the process alive. */
    public static ConfigurableApplicationContext start(Settings settings) {
        SpringApplication application = new SpringApplication(Khabar.class);
        application.setLogStartupInfo(false);
        try {
            return application.run(settings.arguments().toArray(String[]::new));
        } catch (RuntimeException failed) {
            throw reason(failed);
        }
    }

    /** What a person can do something about lies below several layers of Spring. */
    private static RuntimeException reason(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StoreException store -> {
                    return store;
                }
                case PortInUseException port -> {
                    return new Refusal(
                            Refusal.Kind.BUSY,
                            "port " + port.getPort() + " is in use; stop what holds it or give --port");
                }
                case UncheckedIOException io -> {
                    return io;
                }
                default -> {}
            }
        }
        return failed;
    }
}
