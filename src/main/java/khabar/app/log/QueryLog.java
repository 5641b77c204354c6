package khabar.app.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.endpoint.ObservedQuery;
import khabar.endpoint.QueryObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** One line of JSON for each query, one file for each day of UTC; days that are over for long enough are deleted. */
final class QueryLog implements QueryObserver {
    private static final Logger LOG = LoggerFactory.getLogger(QueryLog.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BEGINS = "queries-";
    private static final String ENDS = ".jsonl";

    private final Path folder;
    private final Clock clock;
    private final boolean texts;
    private final Period keep;
    private final Pseudonyms pseudonyms = new Pseudonyms();
    private LocalDate day = LocalDate.MIN;
    private boolean failing;

    QueryLog(Path folder, Clock clock, boolean texts, Period keep) {
        this.folder = folder;
        this.clock = clock;
        this.texts = texts;
        this.keep = keep;
    }

    @Override
    public void ended(ObservedQuery query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", query.id());
        line.put("time", query.begun().toString());
        line.put("ms", query.took().toMillis());
        line.put("rows", query.rows());
        line.put("outcome", query.outcome().name().toLowerCase(Locale.ROOT));
        line.put("client", pseudonyms.of(query.user().orElse(query.client()), today));
        query.text().filter(text -> texts).ifPresent(text -> line.put("query", text));
        append(JSON.writeValueAsString(line) + "\n", today);
    }

    /** A log that cannot be written is said once, and holds up no query. */
    private synchronized void append(String line, LocalDate today) {
        try {
            if (!today.equals(day)) {
                Files.createDirectories(folder);
                deleteOld(today);
                day = today;
            }
            Files.writeString(
                    folder.resolve(BEGINS + today + ENDS),
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            failing = false;
        } catch (IOException failed) {
            if (!failing) {
                LOG.warn("the log of queries cannot be written: {}", failed.toString());
            }
            failing = true;
        }
    }

    private void deleteOld(LocalDate today) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            if (day(file).filter(of -> of.plus(keep).isBefore(today)).isPresent()) {
                Files.delete(file);
            }
        }
    }

    private static Optional<LocalDate> day(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(BEGINS) || !name.endsWith(ENDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(BEGINS.length(), name.length() - ENDS.length())));
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }
}
