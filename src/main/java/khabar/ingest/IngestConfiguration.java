package khabar.ingest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The write API, and the secret of its owner; needs {@link Ingest}, {@link Editing}, {@link Noting} and {@link Sample}. */
@Configuration(proxyBeanMethods = false)
@Import({ArticlesApi.class, DecisionsApi.class, NoRoom.class, NoteForms.class, NotesApi.class})
public class IngestConfiguration {
    @Bean
    Token token() {
        return Token.random();
    }
}
