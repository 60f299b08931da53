package dev.sillage.ingestion.publish;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The requests that wait for the broker. A broker that is there but slow would let them pile up until memory is full and
 * each waits for seconds: so nobody waits longer than the limit, and while somebody has waited for half of it no further
 * request is let in.
 */
@ApplicationScoped
class WaitingDeliveries {
    private static final String KEY = "sillage.ingestion.publish.acknowledgement-timeout";
    private static final int TICKS_IN_LIMIT = 20;

    private final Duration limit;
    private final Set<Delivery> waiting = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::watch, "delivery-watch");
    private volatile boolean stopped;
    private volatile boolean slow;

    WaitingDeliveries(PublishConfig config) {
        this.limit = config.acknowledgementTimeout();
        if (limit.toMillis() < TICKS_IN_LIMIT) {
            throw new ConfigurationException(KEY + " must be at least " + TICKS_IN_LIMIT + "ms, for example 1s");
        }
    }

    void start(@Observes StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on it fails when it takes too long, or all are to fail, until it is forgotten. */
    void expect(Delivery delivery) {
        waiting.add(delivery);
    }

    void forget(Delivery delivery) {
        waiting.remove(delivery);
    }

    void failAll(Exception reason) {
        waiting.forEach(delivery -> delivery.fail(reason));
    }

    /** Whether an event sent now would wait for long. */
    boolean isSlow() {
        return slow;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        thread.join();
    }

    private void watch() {
        long tickNanos = limit.toNanos() / TICKS_IN_LIMIT;
        while (!stopped) {
            long oldestNanos = 0;
            for (Delivery delivery : waiting) {
                long ageNanos = delivery.ageNanos();
                oldestNanos = Math.max(oldestNanos, ageNanos);
                if (ageNanos > limit.toNanos()) {
                    delivery.fail(new TimeoutException("no acknowledgement within " + limit.toMillis() + " ms"));
                }
            }
            slow = oldestNanos > limit.toNanos() / 2;
            LockSupport.parkNanos(this, tickNanos);
        }
    }
}
