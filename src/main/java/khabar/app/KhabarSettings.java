package khabar.app;

import java.nio.file.Path;
import khabar.vocab.Base;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server is told.
 *
 * @param base what all IRIs begin with; fixed in the store when that is made
 * @param sample whether a new store begins with the sample articles
 */
@ConfigurationProperties("khabar")
record KhabarSettings(
        @DefaultValue("http://localhost:8080/") Base base,
        @DefaultValue("true") boolean sample,
        @DefaultValue Store store) {
    /** @param directory holds all of the store */
    record Store(@DefaultValue("data/store") Path directory) {}
}
