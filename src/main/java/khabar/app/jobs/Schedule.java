package khabar.app.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import khabar.app.desk.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.scheduling.support.CronTrigger;

/** Asks for jobs when they are due: by the hour, and where the dataset has grown too much. */
final class Schedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final Jobs jobs;
    private final Map<JobKind, CronExpression> hours;
    private final Runnable growing;
    private final Duration look;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private final List<Future<?>> planned = new ArrayList<>();
    private boolean running;

    /**
     * @param growing what looks whether the dataset has grown
     * @param look how often it does
     */
    Schedule(Jobs jobs, Map<JobKind, CronExpression> hours, Runnable growing, Duration look) {
        this.jobs = jobs;
        this.hours = hours;
        this.growing = growing;
        this.look = look;
    }

    @Override
    public void start() {
        hours.forEach((kind, hour) -> Optional.ofNullable(
                        scheduler.schedule(() -> add(kind), new CronTrigger(hour.toString())))
                .ifPresent(planned::add));
        planned.add(scheduler.scheduleWithFixedDelay(growing, Instant.now().plus(look), look));
        running = true;
    }

    /** Where the last one goes on, there is no need for another. */
    private void add(JobKind kind) {
        if (jobs.isOpen(kind)) {
            return;
        }
        try {
            jobs.add(kind, Optional.empty());
        } catch (Refusal refused) {
            LOG.warn("job {} is due and was not begun: {}", kind.word(), refused.getMessage());
        }
    }

    @Override
    public void stop() {
        planned.forEach(times -> times.cancel(false));
        scheduler.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
