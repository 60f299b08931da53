package dev.sillage.ingestion.account;

import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.Incarnation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the counts soon after they change, that this replica lives, and at an orderly end that all is told. Whatever is not
 * durable is told again, and again: it is cumulative.
 */
@ApplicationScoped
class Telling {
    private static final Logger LOG = Logger.getLogger(Telling.class);
    private static final Duration SIGN_OF_LIFE = AcceptedTopic.LONGEST_SILENCE.dividedBy(3);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final Duration END_PAUSE = Duration.ofMillis(50);

    /** After everything that may still send: doors end before, owners of series with the usual priority. */
    private static final int LAST = 10_000;

    private final Account account;
    private final CountLog log;
    private final Duration interval;
    private final Clock clock = Clock.systemUTC();
    private final Instant startedAt = now();
    private final Thread thread = new Thread(this::run, "accepted-counts");
    private @Nullable Instant lastSign;
    private volatile boolean stopped;

    Telling(Account account, CountLog log, AccountConfig config) {
        this.account = account;
        this.log = log;
        this.interval = config.interval();
        if (interval.isNegative() || interval.isZero() || interval.compareTo(SIGN_OF_LIFE) > 0) {
            throw new ConfigurationException(
                    "sillage.ingestion.account.interval must be above 0 and at most " + SIGN_OF_LIFE);
        }
    }

    void start(@Observes StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        thread.join();
        end();
    }

    private void run() {
        while (!stopped) {
            try {
                tell();
            } catch (RuntimeException e) {
                // This thread must go on.
                LOG.warnf("The counts of accepted events cannot be told for the moment: %s", e);
            }
            LockSupport.parkNanos(this, interval.toNanos());
        }
    }

    /** The first word is that this replica is there: before it, nobody could tell that counts are missing. */
    void tell() {
        Instant now = now();
        if (lastSign == null && !sign(now, Incarnation.State.COUNTING)) {
            return;
        }
        boolean told = tellCounts(now, false);
        if (told && (lastSign == null || !lastSign.plus(SIGN_OF_LIFE).isAfter(now))) {
            sign(now, account.isIncomplete() ? Incarnation.State.INCOMPLETE : Incarnation.State.COUNTING);
        }
    }

    /** Without the last sign the report knows that counts may be missing. */
    void end() {
        Instant limit = now().plus(END_LIMIT);
        while (account.isHeld() && now().isBefore(limit)) {
            LockSupport.parkNanos(this, END_PAUSE.toNanos());
        }
        boolean told = tellCounts(now(), true);
        while (!told && now().isBefore(limit)) {
            LockSupport.parkNanos(this, END_PAUSE.toNanos());
            told = tellCounts(now(), true);
        }
        if (!told || !account.isSettled()) {
            LOG.warn(
                    "Not all counts of accepted events could be told; the report will show their hours as unconfirmed");
        } else if (!sign(now(), account.isIncomplete() ? Incarnation.State.INCOMPLETE : Incarnation.State.ENDED)) {
            LOG.warn("The end of the counts could not be told; the report will show the last hour as unconfirmed");
        }
    }

    private boolean tellCounts(Instant now, boolean ending) {
        List<Account.Untold> untold = account.untold(now, ending);
        boolean told = untold.isEmpty()
                || log.tell(untold.stream().map(Account.Untold::count).toList());
        if (told) {
            account.told(untold);
        }
        return told;
    }

    private boolean sign(Instant now, Incarnation.State state) {
        boolean told = log.tell(new Incarnation(account.incarnation(), startedAt, now, state));
        if (told) {
            lastSign = now;
        }
        return told;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
