package dev.sillage.ingestion.publish;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.locks.LockSupport;
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
    private final long intervalNanos;
    private final WaitingDeliveries waiting;
    private final Thread thread = new Thread(this::watch, "broker-watch");

    private volatile boolean stopped;
    private volatile boolean reachable;
    private volatile long lastAcknowledgedNanos = System.nanoTime();

    BrokerWatch(TopicProbe probe, WaitingDeliveries waiting, PublishConfig config) {
        this.probe = probe;
        this.waiting = waiting;
        this.intervalNanos = config.watchInterval().toNanos();
    }

    void start(@Observes StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether an event sent now can be expected to become durable. */
    boolean isReachable() {
        return reachable;
    }

    /** From now on the delivery fails as soon as the broker is known to be away, until it is forgotten. */
    void expect(Delivery delivery) {
        waiting.expect(delivery);
        if (!reachable) {
            delivery.fail(away());
        }
    }

    void acknowledged() {
        lastAcknowledgedNanos = System.nanoTime();
    }

    void forget(Delivery delivery) {
        waiting.forget(delivery);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        thread.join();
        probe.close();
    }

    private void watch() {
        boolean first = true;
        while (!stopped) {
            long asked = System.nanoTime();
            boolean answered = isWritable();
            boolean now = answered || lastAcknowledgedNanos - asked > 0;
            if (first || now != reachable) {
                report(now);
            }
            set(now);
            first = false;
            LockSupport.parkNanos(this, intervalNanos);
        }
    }

    /** Whatever goes wrong in asking means no; this thread must go on asking. */
    private boolean isWritable() {
        try {
            return probe.isWritable();
        } catch (RuntimeException e) {
            LOG.warnf(e, "The broker could not be asked");
            return false;
        }
    }

    private void report(boolean now) {
        if (now) {
            LOG.infof("Events can be stored: %s", probe);
        } else {
            LOG.warnf("Events cannot be stored, requests get 503: %s", probe);
        }
    }

    private void set(boolean now) {
        reachable = now;
        if (!now) {
            waiting.failAll(away());
        }
    }

    private static DisconnectException away() {
        return new DisconnectException("The broker does not answer");
    }
}
