package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Committed data outlives aborted writes, and does so because of the one corrected class (apache/jena GH-3877). */
class AbortStormTest {
    private static final long SEED =
            Long.getLong("khabar.seed", ThreadLocalRandom.current().nextInt(1_000_000));
    private static final int ROUNDS = Soak.times(40, 400);
    private static final int ALLOWED_ZEROS = 64;
    private static final Pattern OUTCOME = Pattern.compile("committed=(\\d+) unreadable=(\\d+) zeros=(\\d+)");

    @TempDir
    Path directory;

    @Test
    void nothingCommittedIsLost() throws IOException, InterruptedException {
        Outcome outcome = storm(Child.classPath());
        assertThat(outcome.committed).as("seed %d", SEED).isPositive();
        assertThat(outcome.unreadable).as("seed %d", SEED).isZero();
        assertThat(outcome.zeros).as("seed %d", SEED).isLessThan(ALLOWED_ZEROS);
    }

    @Test
    void theSameStormDestroysDataWithTheUncorrectedClass() throws IOException, InterruptedException {
        List<String> places = Child.classPath();
        List<String> uncorrectedFirst = places.stream()
                .sorted((one, other) -> Boolean.compare(isUncorrected(other), isUncorrected(one)))
                .toList();
        assertThat(uncorrectedFirst.getFirst()).matches(AbortStormTest::isUncorrected);
        Outcome outcome = storm(uncorrectedFirst);
        assertThat(outcome.unreadable + Math.max(0, outcome.zeros - ALLOWED_ZEROS))
                .as("seed %d", SEED)
                .isPositive();
    }

    private record Outcome(long committed, long unreadable, long zeros) {}

    private Outcome storm(List<String> classPath) throws IOException, InterruptedException {
        String output = Child.run(
                classPath, List.of(), Storm.class, directory.toString(), Long.toString(SEED), Integer.toString(ROUNDS));
        Matcher outcome = OUTCOME.matcher(output);
        assertThat(outcome.find()).as("seed %d: %s", SEED, output).isTrue();
        System.out.println("Abort storm, seed " + SEED + ": " + outcome.group());
        return new Outcome(
                Long.parseLong(outcome.group(1)), Long.parseLong(outcome.group(2)), Long.parseLong(outcome.group(3)));
    }

    private static boolean isUncorrected(String place) {
        return Path.of(place).getFileName().toString().startsWith("jena-dboe-base-");
    }
}
