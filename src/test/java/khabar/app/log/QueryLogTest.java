package khabar.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import khabar.endpoint.ObservedQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryLogTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    @Tag("X-04")
    void aClientIsTheSameForADayAndAnotherOnTheNext() throws IOException {
        QueryLog first = log(NOON, true);
        first.ended(query("192.0.2.1"));
        first.ended(query("192.0.2.1"));
        first.ended(query("192.0.2.2"));
        log(NOON.plus(Duration.ofDays(1)), true).ended(query("192.0.2.1"));

        String[] clients = {
            client("2026-11-23", 0), client("2026-11-23", 1), client("2026-11-23", 2), client("2026-11-24", 0)
        };
        assertThat(clients[1]).isEqualTo(clients[0]).matches("[0-9a-f]{16}");
        assertThat(clients[2]).isNotEqualTo(clients[0]);
        assertThat(clients[3]).isNotEqualTo(clients[0]);
    }

    @Test
    @Tag("X-04")
    void whatAQueryAsksIsWrittenOnlyWhereItIsSet() throws IOException {
        log(NOON, false).ended(query("192.0.2.1"));
        assertThat(line("2026-11-23", 0).has("query")).isFalse();
        log(NOON, true).ended(query("192.0.2.1"));
        assertThat(line("2026-11-23", 1).path("query").asString()).isEqualTo("ASK {}");
        assertThat(line("2026-11-23", 1).path("outcome").asString()).isEqualTo("answered");
    }

    @Test
    @Tag("X-04")
    void daysThatAreLongOverAreDeletedAndWhatIsNoLogIsNot() throws IOException {
        Path old = Files.writeString(folder.resolve("queries-2026-10-23.jsonl"), "{}\n");
        Path kept = Files.writeString(folder.resolve("queries-2026-10-24.jsonl"), "{}\n");
        Path foreign = Files.writeString(folder.resolve("queries-of-mine.jsonl"), "{}\n");

        log(NOON, false).ended(query("192.0.2.1"));

        assertThat(old).doesNotExist();
        assertThat(kept).exists();
        assertThat(foreign).exists();
    }

    @Test
    void aLogThatCannotBeWrittenHoldsUpNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        new QueryLog(file, Clock.fixed(NOON, ZoneOffset.UTC), false, Period.ofDays(30)).ended(query("192.0.2.1"));

        assertThat(file).isEmptyFile();
    }

    private QueryLog log(Instant now, boolean texts) {
        return new QueryLog(folder, Clock.fixed(now, ZoneOffset.UTC), texts, Period.ofDays(30));
    }

    private static ObservedQuery query(String client) {
        return new ObservedQuery(
                "a",
                NOON,
                Duration.ofMillis(5),
                ObservedQuery.Outcome.ANSWERED,
                1,
                Optional.empty(),
                client,
                Optional.of("ASK {}"));
    }

    private String client(String day, int number) throws IOException {
        return line(day, number).path("client").asString();
    }

    private JsonNode line(String day, int number) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllLines(folder.resolve("queries-" + day + ".jsonl"))
                        .get(number));
    }
}
