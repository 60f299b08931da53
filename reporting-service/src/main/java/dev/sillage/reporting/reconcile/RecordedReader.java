package dev.sillage.reporting.reconcile;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.reporting.reconcile.Recorded.DeadLetterCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the counts that the aggregation keeps. */
@ApplicationScoped
class RecordedReader {
    private static final String TALLY = "SELECT cast(coalesce(sum(computed), 0) as bigint),"
            + " cast(coalesce(sum(reported), 0) as bigint), cast(coalesce(sum(duplicates), 0) as bigint),"
            + " cast(coalesce(sum(amended), 0) as bigint),"
            + " cast(coalesce(sum(conflicts), 0) as bigint), cast(coalesce(sum(recomputed), 0) as bigint) FROM reconciliation";
    private static final String DEAD_LETTERS =
            "SELECT stage, reason, count(*) FROM dead_letter WHERE recovered_at IS NULL";
    private static final String OF_TENANT = " tenant = :tenant";
    private static final String OF_TENANT_OR_NOBODY = " AND tenant IN (:tenant, '')";
    private static final String BY_KIND = " GROUP BY stage, reason ORDER BY stage, reason";
    private static final String OTHERS = "SELECT EXISTS (SELECT 1 FROM reconciliation WHERE tenant <> :tenant)"
            + " OR EXISTS (SELECT 1 FROM dead_letter WHERE tenant NOT IN (:tenant, ''))";
    private static final String SEEN = "SELECT origin_partition, max(through) FROM"
            + " (SELECT origin_partition, through_offset AS through FROM origin_progress UNION ALL"
            + " SELECT origin_partition, max(origin_offset) FROM dead_letter"
            + " WHERE stage = 'calculation' AND origin_topic = :topic GROUP BY origin_partition) s"
            + " GROUP BY origin_partition";
    private static final String TAKEN = "SELECT topic, partition, next_offset FROM consumer_offset";

    private final EntityManager database;

    RecordedReader(EntityManager database) {
        this.database = database;
    }

    /**
     * The counts of one tenant. A dead letter that names nobody is shown to a tenant that is alone.
     *
     * @param tenant whose; null for all, which is for the operator's metrics only
     */
    @Transactional
    Recorded read(@Nullable String tenant) {
        database.createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .executeUpdate();
        boolean alone = tenant == null || !isWithOthers(tenant);
        List<DeadLetterCount> deadLetters = deadLetters(tenant, alone);
        long deadLettered = deadLetters.stream()
                .filter(letters -> letters.stage().equals("calculation"))
                .mapToLong(DeadLetterCount::count)
                .sum();
        return new Recorded(tally(tenant, deadLettered), deadLetters, alone, seen(), taken());
    }

    private boolean isWithOthers(String tenant) {
        return (Boolean) database.createNativeQuery(OTHERS, Boolean.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    private Tally tally(@Nullable String tenant, long deadLettered) {
        Object[] row = rows(tenant == null ? TALLY : TALLY + " WHERE" + OF_TENANT, tenant)
                .get(0);
        return new Tally(
                (Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4], (Long) row[5], deadLettered);
    }

    private List<DeadLetterCount> deadLetters(@Nullable String tenant, boolean alone) {
        String condition = tenant == null ? "" : alone ? OF_TENANT_OR_NOBODY : " AND" + OF_TENANT;
        return rows(DEAD_LETTERS + condition + BY_KIND, tenant).stream()
                .map(row -> new DeadLetterCount((String) row[0], (String) row[1], (Long) row[2]))
                .toList();
    }

    private Map<Integer, Long> seen() {
        Map<Integer, Long> seen = new HashMap<>();
        for (Object row : database.createNativeQuery(SEEN, Object[].class)
                .setParameter("topic", ActivityTopic.NAME)
                .getResultList()) {
            seen.put((Integer) ((Object[]) row)[0], (Long) ((Object[]) row)[1]);
        }
        return seen;
    }

    private Map<TopicPartition, Long> taken() {
        Map<TopicPartition, Long> taken = new HashMap<>();
        rows(TAKEN, null)
                .forEach(row -> taken.put(new TopicPartition((String) row[0], (Integer) row[1]), (Long) row[2]));
        return taken;
    }

    @SuppressWarnings("unchecked") // The query was made with this very class of rows.
    private List<Object[]> rows(String sql, @Nullable String tenant) {
        var query = database.createNativeQuery(sql, Object[].class);
        return tenant == null
                ? query.getResultList()
                : query.setParameter("tenant", tenant).getResultList();
    }
}
