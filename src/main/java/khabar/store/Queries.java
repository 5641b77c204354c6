package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every query of the product, by name: the {@code .rq} files of {@code queries}. A bad query stops the start. */
public final class Queries {
    private static final String FOLDER = "/queries/";
    private static final String SUFFIX = ".rq";

    private final SortedMap<String, NamedQuery> byName;

    private Queries(SortedMap<String, NamedQuery> byName) {
        this.byName = byName;
    }

    /** As the program brings them; read once in its life. */
    public static Queries load() {
        return Read.QUERIES;
    }

    private static Queries read() {
        SortedMap<String, NamedQuery> byName = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:queries/**/*.rq")) {
                String address = file.getURL().toString();
                String name = address.substring(
                        address.lastIndexOf(FOLDER) + FOLDER.length(), address.length() - SUFFIX.length());
                byName.put(name, NamedQuery.of(name, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Queries(byName);
    }

    /**
     * The query of a file.
     *
     * @param name folder and file without suffix, as in {@code page/article}
     */
    public NamedQuery get(String name) {
        NamedQuery query = byName.get(name);
        if (query == null) {
            throw new IllegalArgumentException("no query " + name + "; there are " + byName.keySet());
        }
        return query;
    }

    /** Those of one folder, as in {@code check}, by name. */
    public List<NamedQuery> in(String folder) {
        return byName.values().stream()
                .filter(query -> query.name().startsWith(folder + "/"))
                .toList();
    }

    private static final class Read {
        private static final Queries QUERIES = read();
    }
}
