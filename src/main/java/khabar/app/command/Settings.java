package khabar.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import khabar.app.access.Users;
import khabar.gazetteer.Gazetteer;
import khabar.ingest.Reader;
import khabar.ingest.SourceTerms;
import khabar.names.NamesSettings;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What a person may set, from the strongest: option, {@code -Dname=value}, environment ({@code khabar.base} is
 * {@code KHABAR_BASE} there, {@code khabar.sources.al-khaleej.terms} is {@code KHABAR_SOURCES_AL_KHALEEJ_TERMS}), default.
 *
 * @param store where the store is or will be
 * @param base empty where none was given
 * @param given everything that was given by name, for the server
 */
public record Settings(Path store, Optional<Base> base, Map<String, String> given) {
    static final String STORE = "khabar.store.directory";
    static final String RESERVE = "khabar.store.reserve";
    static final String BASE = "khabar.base";
    static final String GAZETTEER = "khabar.gazetteer.directory";
    static final String SAMPLE = "khabar.sample";
    static final String MODEL = "khabar.names.model";
    static final String BUDGET = "khabar.names.budget";
    static final String THREADS = "khabar.names.threads";
    static final String BACKUPS = "khabar.jobs.backups";
    static final String LOG = "khabar.log.directory";
    static final String PORT = "server.port";
    private static final int LAST_PORT = 65_535;
    /** The folder that relative defaults start from; the launcher sets it to the repository root. */
    static final String HOME = "khabar.home";

    private static final Set<String> NAMES = Set.of(
            STORE,
            RESERVE,
            BASE,
            GAZETTEER,
            SAMPLE,
            HOME,
            MODEL,
            BUDGET,
            THREADS,
            BACKUPS,
            "khabar.jobs.backup",
            "khabar.jobs.compact",
            "khabar.jobs.verify",
            "khabar.jobs.dump",
            "khabar.jobs.keep",
            "khabar.jobs.deadline",
            "khabar.jobs.growth",
            "khabar.jobs.growth-from",
            LOG,
            "khabar.notes.from",
            "khabar.notes.each",
            "khabar.notes.all",
            "khabar.log.queries",
            "khabar.log.texts",
            "khabar.log.keep",
            "khabar.endpoint.timeout",
            "khabar.endpoint.longest",
            "khabar.endpoint.rows",
            "khabar.endpoint.running",
            "khabar.endpoint.slow",
            "khabar.clients.concurrent",
            "khabar.clients.compute",
            "khabar.clients.errors",
            "khabar.clients.signed-in",
            "khabar.clients.proxies",
            "khabar.endpoint.streams");

    /**
     * Throws {@link IllegalArgumentException} with one line for a person where a value cannot be what it says.
     *
     * @param given by option or {@code -D} of ours
     * @param properties of the system, by name
     * @param variables of the environment, by name
     */
    static Settings of(Map<String, String> given, Map<String, String> properties, Map<String, String> variables) {
        checkNames(given);
        Map<String, String> all = new TreeMap<>();
        variables.forEach((name, value) -> SourceTerms.settingOf(name)
                .or(() -> Users.settingOf(name))
                .ifPresent(setting -> all.put(setting, value.strip())));
        Stream.of(properties, given)
                .flatMap(settings -> settings.entrySet().stream())
                .filter(setting -> isNamed(setting.getKey()))
                .forEach(setting -> all.put(setting.getKey(), setting.getValue().strip()));
        all.values().removeIf(String::isEmpty);
        for (String name :
                List.of(STORE, RESERVE, GAZETTEER, BASE, SAMPLE, PORT, HOME, MODEL, BUDGET, THREADS, BACKUPS, LOG)) {
            Optional.ofNullable(given.get(name))
                    .or(() -> Optional.ofNullable(properties.get(name)))
                    .or(() -> Optional.ofNullable(variables.get(variable(name))))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> all.put(name, value.strip()));
        }
        given.forEach(all::putIfAbsent);
        Path home = Path.of(all.getOrDefault(HOME, ""));
        Path store = Optional.ofNullable(all.get(STORE)).map(Path::of).orElse(home.resolve("data/store"));
        Settings settings = new Settings(
                store.toAbsolutePath().normalize(),
                Optional.ofNullable(all.get(BASE)).map(Base::new),
                all);
        settings.terms();
        settings.users();
        settings.names();
        settings.reserve();
        settings.checkPort();
        return settings;
    }

    /** What is set for someone or something that has a name. */
    private static boolean isNamed(String setting) {
        return SourceTerms.isSetting(setting) || Users.isSetting(setting);
    }

    /** A name that nothing listens to is mistyped: what it was to keep back would be shown. */
    static void checkNames(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> name.startsWith("khabar.") && !NAMES.contains(name) && !isNamed(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("there is no setting " + name + "; see the README");
                });
    }

    /** What is set per source. */
    public SourceTerms terms() {
        return SourceTerms.among(given);
    }

    /** Who may sign in. */
    Users users() {
        return Users.among(given);
    }

    /** The folder of a person's own gazetteer files, which need not be there. */
    public Path gazetteer() {
        return folder(GAZETTEER, "data/gazetteer");
    }

    private Path folder(String setting, String usual) {
        Path home = Path.of(given.getOrDefault(HOME, ""));
        return Optional.ofNullable(given.get(setting))
                .map(Path::of)
                .orElse(home.resolve(usual))
                .toAbsolutePath()
                .normalize();
    }

    /** Reads articles as the settings say; loads the gazetteer. */
    public Reader reader() {
        return Reader.of(Gazetteer.load(gazetteer()), names());
    }

    /** Which recogniser finds names. */
    public NamesSettings names() {
        NamesSettings usual = NamesSettings.BUILT_IN;
        return new NamesSettings(
                Optional.ofNullable(given.get(MODEL)).map(Path::of),
                Optional.ofNullable(given.get(BUDGET)).map(Settings::duration).orElse(usual.budget()),
                Optional.ofNullable(given.get(THREADS)).map(Settings::threads).orElse(usual.threads()));
    }

    /** How many bytes of the store's disk are to stay free. */
    long reserve() {
        return Optional.ofNullable(given.get(RESERVE)).map(Settings::bytes).orElse(StoreSettings.RESERVE);
    }

    private static long bytes(String given) {
        try {
            return DataSize.parse(given).toBytes();
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IllegalArgumentException(RESERVE + " is " + given + "; give a size, such as 256MB", wrong);
        }
    }

    private static Duration duration(String given) {
        try {
            return DurationStyle.detectAndParse(given);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IllegalArgumentException(BUDGET + " is " + given + "; give a time, such as 30s", wrong);
        }
    }

    private static int threads(String given) {
        if (!given.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(
                    THREADS + " is " + given + "; give a number, 0 for as many as there are cores");
        }
        return Integer.parseInt(given);
    }

    private void checkPort() {
        String port = given.getOrDefault(PORT, "8080");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            throw new IllegalArgumentException("not a port: " + port + "; give a number from 0 to " + LAST_PORT);
        }
    }

    /** As the server takes them: {@code --name=value}. */
    public List<String> arguments() {
        Map<String, String> all = new TreeMap<>(given);
        all.put(STORE, store.toString());
        all.put(GAZETTEER, gazetteer().toString());
        all.put(BACKUPS, folder(BACKUPS, "data/backups").toString());
        all.putIfAbsent(LOG, store.resolve("log").toString());
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
