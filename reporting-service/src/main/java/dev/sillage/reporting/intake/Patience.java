package dev.sillage.reporting.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Trying again for as long as it takes, with growing pauses, until the service stops. */
@ApplicationScoped
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int MAX_DOUBLINGS = 6;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Waits before the next attempt: 0.1 s after the first failure, twice as long after each further one, at most
     * 6.4 s.
     *
     * @param failedAttempts how many failed so far, from 1
     * @throws StoppingException when the service stops: what was not stored comes again at the next start
     */
    void pauseAfter(int failedAttempts, String what, Throwable failure) {
        long millis = FIRST_PAUSE_MILLIS << Math.min(failedAttempts - 1, MAX_DOUBLINGS);
        LOG.warnf("%s, attempt %d failed, next in %d ms: %s", what, failedAttempts, millis, failure);
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new StoppingException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        }
    }

    /** The service stops; nothing is lost by giving up now. */
    static final class StoppingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppingException() {
            super("the service stops", null, false, false);
        }
    }
}
