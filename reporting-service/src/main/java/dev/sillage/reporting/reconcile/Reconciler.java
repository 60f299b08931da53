package dev.sillage.reporting.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads both sides, in the order in which no count can come out too high, and not more often than once a second. */
@ApplicationScoped
class Reconciler {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String BROKER_AWAY = "The broker does not tell how many activities it holds.";
    private static final String NOT_ALONE =
            "There are several tenants, and the topics do not tell whose activities they hold.";

    private final RecordedReader database;
    private final TopicEnds topics;
    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable Answer last;

    Reconciler(RecordedReader database, TopicEnds topics) {
        this.database = database;
        this.topics = topics;
    }

    /** The answer for a tenant, at most a second old. */
    synchronized Reconciliation reconcile(String tenant) throws SQLException {
        Answer remembered = last;
        if (remembered != null
                && remembered.tenant().equals(tenant)
                && remembered.readAt().isAfter(clock.instant().minus(FRESH))) {
            return remembered.reconciliation();
        }
        Reconciliation answer = read(tenant);
        // Dated after the reading: while the broker is away that takes long, and nobody else should wait for it again.
        last = new Answer(tenant, answer, clock.instant());
        return answer;
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

    /** The last answer, whose it is and since when. */
    private record Answer(String tenant, Reconciliation reconciliation, Instant readAt) {}
}
