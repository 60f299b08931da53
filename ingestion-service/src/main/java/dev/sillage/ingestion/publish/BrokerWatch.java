package dev.sillage.ingestion.publish;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.DisconnectException;
import org.jboss.logging.Logger;

/**
 * Knows whether the broker can store events now. The producer itself says so only after its delivery timeout, ten
 * seconds in which requests would pile up; so the broker is asked twice a second, and requests that wait for an
 * acknowledgement are answered as soon as it is known to be away. Any acknowledgement counts as an answer: under load
 * the question may be late while events still get through.
 */
@ApplicationScoped
class BrokerWatch {
    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);

    private final TopicProbe probe;
    private final long intervalMillis;
    private final Set<Delivery> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "broker-watch");
        created.setDaemon(true);
        return created;
    });

    private volatile boolean reachable;
    private volatile long lastAcknowledgedNanos = System.nanoTime();

    BrokerWatch(TopicProbe probe, PublishConfig config) {
        this.probe = probe;
        this.intervalMillis = config.watchInterval().toMillis();
    }

    void start(@Observes StartupEvent start) {
        thread.scheduleWithFixedDelay(this::look, 0, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** Whether an event sent now can be expected to become durable. */
    boolean isReachable() {
        return reachable;
    }

    /** Fails the delivery as soon as the broker is known to be away. */
    void expect(Delivery delivery) {
        waiting.add(delivery);
        delivery.done().whenComplete((nothing, failure) -> {
            waiting.remove(delivery);
            if (failure == null) {
                lastAcknowledgedNanos = System.nanoTime();
            }
        });
        if (!reachable) {
            delivery.fail(away());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
        probe.close();
    }

    private void look() {
        long asked = System.nanoTime();
        boolean answered = probe.isWritable();
        boolean now = answered || lastAcknowledgedNanos - asked > 0;
        if (now != reachable) {
            if (now) {
                LOG.infof("Events can be stored: %s", probe);
            } else {
                LOG.warnf("Events cannot be stored, requests get 503: %s", probe);
            }
        }
        reachable = now;
        if (!now) {
            waiting.forEach(delivery -> delivery.fail(away()));
        }
    }

    private static DisconnectException away() {
        return new DisconnectException("The broker does not answer");
    }
}
