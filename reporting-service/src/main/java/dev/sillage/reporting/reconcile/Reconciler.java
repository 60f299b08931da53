package dev.sillage.reporting.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads both sides, in the order in which no count can come out too high, and not more often than once a second. */
@ApplicationScoped
class Reconciler {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_TENANTS = 200;
    private static final String BROKER_AWAY = "The broker does not tell how many activities it holds.";
    private static final String NOT_ALONE =
            "There are several tenants, and the topics do not tell whose activities they hold.";

    private final RecordedReader database;
    private final TopicEnds topics;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Asked> tenants = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
            return size() > MOST_TENANTS;
        }
    };

    Reconciler(RecordedReader database, TopicEnds topics) {
        this.database = database;
        this.topics = topics;
    }

    /** The answer for a tenant, at most a second old. */
    Reconciliation reconcile(String tenant) throws SQLException {
        Asked asked;
        synchronized (tenants) {
            asked = tenants.computeIfAbsent(tenant, first -> new Asked());
        }
        return asked.answer(tenant);
    }

    /** Over all tenants, for the operator. */
    Reconciliation reconcileAll() throws SQLException {
        return read(null);
    }

    private Reconciliation read(@Nullable String tenant) throws SQLException {
        Instant asOf = clock.instant();
        Recorded recorded = database.read(tenant);
        if (!recorded.onlyTenant()) {
            return Reconciliation.withoutTopics(tenant, recorded, NOT_ALONE, asOf);
        }
        try {
            Map<TopicPartition, Long> ends = topics.read();
            return Reconciliation.of(tenant, recorded, ends, asOf);
        } catch (TopicEnds.BrokerException e) {
            return Reconciliation.withoutTopics(tenant, recorded, BROKER_AWAY, asOf);
        }
    }

    /** The last answer for one tenant; who asks meanwhile waits for the next and has it too. */
    private final class Asked {
        private @Nullable Reconciliation last;
        private Instant readAt = Instant.EPOCH;

        synchronized Reconciliation answer(String tenant) throws SQLException {
            Reconciliation remembered = last;
            if (remembered != null && readAt.isAfter(clock.instant().minus(FRESH))) {
                return remembered;
            }
            Reconciliation answer = read(tenant);
            // Dated after the reading: while the broker is away that takes long, and nobody else should wait for it
            // again.
            last = answer;
            readAt = clock.instant();
            return answer;
        }
    }
}
