package dev.sillage.reporting.export;

import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's report says now, at most as old as is configured: however often it is asked for, and by however many,
 * the database is asked once in that time.
 */
@ApplicationScoped
public class TenantMeasures {
    private static final int MOST_TENANTS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SumsReader reader;
    private final Duration fresh;
    private final Map<String, Reading> readings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > MOST_TENANTS;
        }
    };

    TenantMeasures(SumsReader reader, ExportConfig config) {
        this.reader = reader;
        this.fresh = config.fresh();
    }

    /**
     * All families, in the same order always.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when somebody else asks and has no answer either
     */
    public List<Family> of(String tenant) throws SQLException {
        Reading reading;
        synchronized (readings) {
            reading = readings.computeIfAbsent(tenant, first -> new Reading());
        }
        return reading.families(tenant);
    }

    /** All families as they are described, without any number. */
    public List<Family> ofNothing() {
        return Families.of(new TenantSums(Instant.EPOCH, List.of(), 0, 0, 0));
    }

    /** The last answer of one tenant, and the turn to ask for the next. */
    private final class Reading {
        private final ReentrantLock turn = new ReentrantLock();
        private @Nullable List<Family> families;
        private long readNanos;

        List<Family> families(String tenant) throws SQLException {
            if (!hasTurn()) {
                throw Problem.of(
                        ProblemType.SUMS_BEING_READ,
                        "They are not there yet, and many ask for them. Ask again in some seconds.");
            }
            try {
                List<Family> last = families;
                if (last != null && System.nanoTime() - readNanos < fresh.toNanos()) {
                    return last;
                }
                List<Family> read = Families.of(reader.read(tenant));
                families = read;
                readNanos = System.nanoTime();
                return read;
            } finally {
                turn.unlock();
            }
        }

        private boolean hasTurn() {
            try {
                return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
