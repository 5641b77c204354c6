package khabar.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import khabar.vocab.Base;
import org.jspecify.annotations.Nullable;

/**
 * What a person may set, from the strongest: option, {@code -Dname=value}, environment ({@code khabar.base} is
 * {@code KHABAR_BASE} there), default.
 *
 * @param store where the store is or will be
 * @param base empty where none was given
 * @param given everything that was given by name, for the server
 */
public record Settings(Path store, Optional<Base> base, Map<String, String> given) {
    static final String STORE = "khabar.store.directory";
    static final String BASE = "khabar.base";
    static final String SAMPLE = "khabar.sample";
    static final String PORT = "server.port";
    /** The folder that relative defaults start from; the launcher sets it to the repository root. */
    static final String HOME = "khabar.home";

    /**
     * Throws {@link IllegalArgumentException} with one line for a person where a value cannot be what it says.
     *
     * @param given by option or {@code -D} of ours
     * @param property a system property by its name, null where it is not set
     * @param variable an environment variable by its name, null where it is not set
     */
    static Settings of(
            Map<String, String> given,
            UnaryOperator<@Nullable String> property,
            UnaryOperator<@Nullable String> variable) {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of(STORE, BASE, SAMPLE, PORT, HOME)) {
            Optional.ofNullable(given.get(name))
                    .or(() -> Optional.ofNullable(property.apply(name)))
                    .or(() -> Optional.ofNullable(variable.apply(variable(name))))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> all.put(name, value.strip()));
        }
        given.forEach(all::putIfAbsent);
        Path home = Path.of(all.getOrDefault(HOME, ""));
        Path store = Optional.ofNullable(all.get(STORE)).map(Path::of).orElse(home.resolve("data/store"));
        return new Settings(
                store.toAbsolutePath().normalize(),
                Optional.ofNullable(all.get(BASE)).map(Base::new),
                all);
    }

    /** As the server takes them: {@code --name=value}. */
    public List<String> arguments() {
        Map<String, String> all = new TreeMap<>(given);
        all.put(STORE, store.toString());
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
