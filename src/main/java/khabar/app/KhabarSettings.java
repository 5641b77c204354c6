package khabar.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import khabar.app.access.User;
import khabar.app.access.Users;
import khabar.browse.NoteSettings;
import khabar.ingest.SourceTerms;
import khabar.names.NamesSettings;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the server is told.
 *
 * @param base what all IRIs begin with; fixed in the store when that is made
 * @param sources what is set per source, by the key of the source
 * @param users who may sign in, by name
 * @param sample whether a new store begins with the sample articles
 * @param names which recogniser finds names
 * @param notes whose notes on what is wrong are taken
 */
@ConfigurationProperties("khabar")
record KhabarSettings(
        @DefaultValue("http://localhost:8080/") Base base,
        @DefaultValue("true") boolean sample,
        @DefaultValue Map<String, Source> sources,
        @DefaultValue Map<String, Account> users,
        @DefaultValue OwnGazetteer gazetteer,
        @DefaultValue Store store,
        @DefaultValue Names names,
        @DefaultValue NotesTaken notes) {
    /** Throws {@link IllegalArgumentException} with one line for a person where something cannot be. */
    KhabarSettings {
        sources = Map.copyOf(sources);
        users = Map.copyOf(users);
        terms(sources);
        accounts(users);
        notes.settings();
    }

    /** @param terms full, quotes or metadata; null where something else is set below the same name */
    record Source(@Nullable String terms) {}

    /** What is set per source. */
    SourceTerms terms() {
        return terms(sources);
    }

    private static SourceTerms terms(Map<String, Source> sources) {
        Map<String, String> words = new HashMap<>();
        sources.forEach(
                (source, settings) -> Optional.ofNullable(settings.terms()).ifPresent(word -> words.put(source, word)));
        return SourceTerms.of(words);
    }

    /**
     * Both null where something else is set below the same name.
     *
     * @param password its hash
     * @param role reader or editor
     */
    record Account(@Nullable String password, @Nullable String role) {}

    /** Who may sign in. */
    Users accounts() {
        return accounts(users);
    }

    private static Users accounts(Map<String, Account> users) {
        return new Users(users.entrySet().stream()
                .filter(user ->
                        user.getValue().password() != null || user.getValue().role() != null)
                .map(user -> User.of(
                        user.getKey(),
                        user.getValue().password(),
                        user.getValue().role()))
                .toList());
    }

    /** As {@link NoteSettings} has it; taken where an editor is set. */
    record NotesTaken(
            @DefaultValue("everybody") String from,
            @DefaultValue("10") int each,
            @DefaultValue("200") int all) {
        NoteSettings settings() {
            return new NoteSettings(NoteSettings.From.of(from), each, all);
        }
    }

    /** As {@link NamesSettings} has it; null for none. */
    record Names(
            @Nullable Path model,
            @DefaultValue("30s") Duration budget,
            @DefaultValue("0") int threads) {
        NamesSettings settings() {
            return new NamesSettings(Optional.ofNullable(model), budget, threads);
        }
    }

    /** @param directory holds a person's own gazetteer files, where it is there */
    record OwnGazetteer(@DefaultValue("data/gazetteer") Path directory) {}

    /**
     * @param directory holds all of the store
     * @param reserve of its disk is to stay free
     */
    record Store(
            @DefaultValue("data/store") Path directory,
            @DefaultValue("256MB") DataSize reserve) {
        StoreSettings settings() {
            return new StoreSettings(directory.toAbsolutePath().normalize(), reserve.toBytes());
        }
    }
}
