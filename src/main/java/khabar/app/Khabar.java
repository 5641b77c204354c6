package khabar.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import khabar.app.access.AccessConfiguration;
import khabar.app.command.Commands;
import khabar.app.command.ExitCode;
import khabar.app.command.Settings;
import khabar.app.command.Surroundings;
import khabar.app.desk.ApiDescription;
import khabar.app.desk.Refusal;
import khabar.app.health.HealthConfiguration;
import khabar.app.jobs.JobsConfiguration;
import khabar.app.log.LogConfiguration;
import khabar.browse.BrowseConfiguration;
import khabar.endpoint.EndpointConfiguration;
import khabar.gazetteer.WrongEntry;
import khabar.ingest.IngestConfiguration;
import khabar.names.model.UnusableModel;
import khabar.store.StoreException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The program: {@code khabar serve} and no arguments start the server, everything else is done and over. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    EndpointConfiguration.class,
    BrowseConfiguration.class,
    IngestConfiguration.class,
    AccessConfiguration.class,
    JobsConfiguration.class,
    HealthConfiguration.class,
    LogConfiguration.class,
    ApiDescription.class,
    KhabarConfiguration.class
})
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
        checkPort(settings);
        try {
            return application.run(settings.arguments().toArray(String[]::new));
        } catch (RuntimeException failed) {
            throw reason(failed);
        }
    }

    /** Found out first: who tries a port that is taken should not be left with a store that was made for nothing. */
    private static void checkPort(Settings settings) {
        String port = settings.given().getOrDefault("server.port", "8080");
        try (ServerSocket trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(
                    settings.given().containsKey("server.address")
                            ? new InetSocketAddress(settings.given().get("server.address"), Integer.parseInt(port))
                            : new InetSocketAddress(Integer.parseInt(port)));
        } catch (BindException taken) {
            throw inUse(Integer.parseInt(port));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static Refusal inUse(int port) {
        return new Refusal(Refusal.Kind.BUSY, "port " + port + " is in use; stop what holds it or give --port");
    }

    /** What a person can do something about lies below several layers of Spring. */
    private static RuntimeException reason(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StoreException store -> {
                    return store;
                }
                case WrongEntry wrong -> {
                    return wrong;
                }
                case Refusal refusal -> {
                    return refusal;
                }
                case PortInUseException port -> {
                    return inUse(port.getPort());
                }
                case UnusableModel model -> {
                    return model;
                }
                case UncheckedIOException io -> {
                    return io;
                }
                case org.springframework.boot.context.properties.bind.BindException wrong -> {
                    return new Refusal(Refusal.Kind.BAD_DATA, said(wrong));
                }
                default -> {}
            }
        }
        return failed;
    }

    /** A setting names itself where ours refuses it; what is no number or time is refused by Spring. */
    private static String said(org.springframework.boot.context.properties.bind.BindException wrong) {
        for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IllegalArgumentException && message.startsWith("khabar.")) {
                return message;
            }
        }
        Object value = Optional.ofNullable(wrong.getProperty())
                .map(ConfigurationProperty::getValue)
                .orElse("");
        return wrong.getName() + " cannot be \"" + value + "\"; see the README";
    }
}
