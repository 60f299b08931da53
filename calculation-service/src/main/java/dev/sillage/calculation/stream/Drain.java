package dev.sillage.calculation.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Lets the batch at work end before the Kafka clients close. A batch that does not end in time is given up: its
 * offsets stay uncommitted, and the next start computes it again.
 */
@ApplicationScoped
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Semaphore batch = new Semaphore(1);

    /** Begins a batch, unless the service is stopping. */
    boolean begin() throws InterruptedException {
        batch.acquire();
        if (isStopping()) {
            batch.release();
            return false;
        }
        return true;
    }

    void end() {
        batch.release();
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits that long, or less when the service is stopping; true when it is. */
    boolean awaitStop(Duration longest) throws InterruptedException {
        return stopping.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (batch.tryAcquire(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            batch.release();
        } else {
            LOG.warn("stopping in the middle of a batch; its offsets stay uncommitted");
        }
    }
}
