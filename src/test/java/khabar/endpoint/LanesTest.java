package khabar.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Duration SOON = Duration.ofMillis(20);

    @Test
    @Tag("Q-23")
    void whatIsSlowChangesLaneWhileThereIsRoom() throws InterruptedException {
        Lanes lanes = new Lanes(2, 1);
        Lanes.Place first = lanes.enter(false, SOON).orElseThrow();
        Lanes.Place second = lanes.enter(false, SOON).orElseThrow();
        assertThat(lanes.enter(false, SOON)).isEmpty();
        assertThat(first.slowDown()).isTrue();
        assertThat(first.slowDown()).as("again").isTrue();
        assertThat(second.slowDown()).as("no room").isFalse();
        assertThat(lanes.enter(true, SOON))
                .as("of a client that is known for it")
                .isEmpty();
        Lanes.Place third = lanes.enter(false, SOON).orElseThrow();
        first.leave();
        first.leave();
        assertThat(second.slowDown()).isTrue();
        second.leave();
        third.leave();
        assertThat(third.slowDown()).as("is over").isTrue();
        assertThat(lanes.enter(true, SOON)).isPresent();
        assertThat(lanes.enter(false, SOON)).isPresent();
        assertThat(lanes.enter(false, SOON)).isPresent();
        assertThat(lanes.enter(false, SOON)).isEmpty();
    }

    @Test
    @Tag("Q-23")
    void aSlowQueryWaitsForQuickOnesButNotForEver() throws Exception {
        Lanes lanes = new Lanes(2, 1);
        Lanes.Place slow = lanes.enter(true, SOON).orElseThrow();
        assertThat(taken(slow::giveWay)).as("nobody else is there").isLessThan(SOON);
        Lanes.Place quick = lanes.enter(false, SOON).orElseThrow();
        assertThat(taken(quick::giveWay)).as("quick itself").isLessThan(SOON);
        assertThat(taken(slow::giveWay)).as("for a turn").isBetween(SOON, Duration.ofSeconds(5));
        assertThat(taken(slow::giveWay)).as("has its turn now").isLessThan(SOON);
        quick.leave();
        Thread.sleep(SOON);
        assertThat(taken(slow::giveWay)).as("they are gone").isLessThan(SOON);
    }

    private static Duration taken(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
