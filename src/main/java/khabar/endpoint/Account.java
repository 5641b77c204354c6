package khabar.endpoint;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What one client has taken up lately, and may still take. */
final class Account {
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** What the smallest request costs: sending, reading and writing are work, too. */
    private static final Duration LEAST = Duration.ofMillis(50);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 8;
    private static final Duration SLOW_FOR = Duration.ofMinutes(2);

    private final int times;
    private final long quota;
    private final Bucket compute;
    private final Bucket errors;
    private final Semaphore places;
    private volatile long slowUntil = System.nanoTime();

    Account(ClientSettings settings, boolean signedIn) {
        this.times = signedIn ? settings.signedIn() : 1;
        this.quota = times * settings.compute().toMillis();
        this.compute = bucket(quota);
        this.errors = bucket((long) times * settings.errors());
        this.places = new Semaphore(times * settings.concurrent(), true);
    }

    /** Of someone whom nobody counts, as the pages of the product. */
    static Account unlimited() {
        return new Account(new ClientSettings(1_000_000, Duration.ofDays(100), 1_000_000, 1, List.of()), false);
    }

    private static Bucket bucket(long quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .build();
    }

    /** How many times the usual limits hold for the client. */
    int times() {
        return times;
    }

    /** Milliseconds of computing in a window. */
    long quota() {
        return quota;
    }

    /** Milliseconds of computing that are left; never below 0. */
    long left() {
        return Math.max(0, compute.getAvailableTokens());
    }

    /** Seconds until all of it is there again. */
    long refilledIn() {
        return Math.ceilDiv((quota - left()) * WINDOW.toSeconds(), quota);
    }

    /** What is used up already, so that not even the smallest request could be let in; takes nothing. */
    Optional<HttpProblem> spent() {
        Optional<HttpProblem> wrong = tooOftenWrong();
        if (wrong.isPresent()) {
            return wrong;
        }
        EstimationProbe computing = compute.estimateAbilityToConsume(LEAST.toMillis());
        return computing.canBeConsumed()
                ? Optional.empty()
                : Optional.of(computeExhausted(computing.getNanosToWaitForRefill()));
    }

    /** Takes a place for one query, or says why not; a place that was taken must be given back. */
    Optional<HttpProblem> enter() throws InterruptedException {
        Optional<HttpProblem> wrong = tooOftenWrong();
        if (wrong.isPresent()) {
            return wrong;
        }
        ConsumptionProbe taken = compute.tryConsumeAndReturnRemaining(LEAST.toMillis());
        if (!taken.isConsumed()) {
            return Optional.of(computeExhausted(taken.getNanosToWaitForRefill()));
        }
        if (places.getQueueLength() >= MOST_WAITING || !places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.of(
                    exhausted("concurrent", "Too many of your queries run at the same time", PATIENCE.toNanos()));
        }
        return Optional.empty();
    }

    void leave() {
        places.release();
    }

    /** May go below nothing: then it takes longer until there is some again. */
    void charge(Duration computed) {
        compute.consumeIgnoringRateLimits(Math.max(1, computed.toMillis()));
    }

    void wrong() {
        errors.consumeIgnoringRateLimits(1);
    }

    /** A query of the client has taken long: for a while its queries begin in the slow lane. */
    void slowDown() {
        slowUntil = System.nanoTime() + SLOW_FOR.toNanos();
    }

    boolean isSlow() {
        return System.nanoTime() - slowUntil < 0;
    }

    private Optional<HttpProblem> tooOftenWrong() {
        EstimationProbe wrong = errors.estimateAbilityToConsume(1);
        return wrong.canBeConsumed()
                ? Optional.empty()
                : Optional.of(exhausted(
                        "errors", "Too many of your queries were wrong lately", wrong.getNanosToWaitForRefill()));
    }

    private static HttpProblem computeExhausted(long nanosToWait) {
        return exhausted("compute", "Your queries took up all the computing of a minute", nanosToWait);
    }

    private static HttpProblem exhausted(String budget, String title, long nanosToWait) {
        int seconds = (int) Math.clamp(Math.ceilDiv(nanosToWait, 1_000_000_000L), 1, WINDOW.toSeconds());
        return HttpProblem.of(429, "budget-" + budget, title, "Try again in " + seconds + " seconds")
                .with("budget", budget)
                .with("retryAfter", seconds);
    }
}
