package dev.sillage.reporting.isolation;

import dev.sillage.reporting.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who asks the database when: few of a tenant at once, and not many more altogether than there are cores, each in the order
 * of asking. Were all asked at the same moment, they would take the cores from each other, and some would wait many times
 * as long as the others.
 */
@ApplicationScoped
class QuestionTurns {
    private final IsolationConfig config;
    private final int poolSize;
    private final Semaphore all;
    private final Map<String, Semaphore> ofTenants = new ConcurrentHashMap<>();

    QuestionTurns(
            IsolationConfig config, @ConfigProperty(name = "quarkus.datasource.reader.jdbc.max-size") int poolSize) {
        this.config = config;
        this.poolSize = poolSize;
        this.all = new Semaphore(config.atOnce(), true);
    }

    void checkConfiguration(@Observes StartupEvent starting) {
        if (config.atOnce() < 1 || config.atOnce() > poolSize) {
            throw new IllegalStateException("sillage.reporting.queries.at-once is " + config.atOnce()
                    + ", but must lie between 1 and quarkus.datasource.reader.jdbc.max-size, " + poolSize);
        }
        if (config.perTenant() < 1 || config.perTenant() > config.atOnce()) {
            throw new IllegalStateException("sillage.reporting.queries.per-tenant is " + config.perTenant()
                    + ", but must lie between 1 and sillage.reporting.queries.at-once, " + config.atOnce());
        }
    }

    /**
     * Waits for a turn, but not for long.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when the tenant asks too much at once, 503 when all do
     */
    Turn take(String tenant) {
        long end = System.nanoTime() + config.patience().toNanos();
        Semaphore mine = ofTenants.computeIfAbsent(tenant, first -> new Semaphore(config.perTenant(), true));
        if (!hasTurn(mine, config.patience())) {
            throw Problem.tooManyQueries(config.perTenant());
        }
        if (!hasTurn(all, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
            mine.release();
            throw Problem.queriesFull(config.atOnce());
        }
        return () -> {
            all.release();
            mine.release();
        };
    }

    private static boolean hasTurn(Semaphore turns, Duration patience) {
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** To be given back once. */
    @FunctionalInterface
    interface Turn {
        /** Nothing to give back. */
        Turn NONE = () -> {};

        void giveBack();
    }
}
