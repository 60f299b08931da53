package dev.sillage.reporting.reconcile;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.SqlText;
import dev.sillage.reporting.reconcile.Recorded.DeadLetterCount;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final String OF_TENANT = " tenant = ?";
    private static final String OF_TENANT_OR_NOBODY = " AND tenant IN (?, '')";
    private static final String BY_KIND = " GROUP BY stage, reason ORDER BY stage, reason";
    private static final String OTHERS = "SELECT EXISTS (SELECT 1 FROM reconciliation WHERE tenant <> ?)"
            + " OR EXISTS (SELECT 1 FROM dead_letter WHERE tenant NOT IN (?, ''))";
    private static final String SEEN = "SELECT origin_partition, max(through) FROM"
            + " (SELECT origin_partition, through_offset AS through FROM origin_progress UNION ALL"
            + " SELECT origin_partition, max(origin_offset) FROM dead_letter"
            + " WHERE stage = 'calculation' AND origin_topic = ? GROUP BY origin_partition) s"
            + " GROUP BY origin_partition";
    private static final String TAKEN = "SELECT topic, partition, next_offset FROM consumer_offset";

    private final AgroalDataSource database;

    RecordedReader(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The counts of one tenant. A dead letter that names nobody is shown to a tenant that is alone.
     *
     * @param tenant whose; null for all, which is for the operator's metrics only
     */
    @Transactional
    Recorded read(@Nullable String tenant) throws SQLException {
        try (Connection connection = database.getConnection()) {
            seeOneMoment(connection);
            boolean alone = tenant == null || !isWithOthers(connection, tenant);
            List<DeadLetterCount> deadLetters = deadLetters(connection, tenant, alone);
            long deadLettered = deadLetters.stream()
                    .filter(letters -> letters.stage().equals("calculation"))
                    .mapToLong(DeadLetterCount::count)
                    .sum();
            Tally tally = tally(connection, tenant, deadLettered);
            return new Recorded(tally, deadLetters, alone, seen(connection), taken(connection));
        }
    }

    private static void seeOneMoment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
    }

    private static boolean isWithOthers(Connection connection, String tenant) throws SQLException {
        SqlText sql = new SqlText().add(OTHERS, tenant, tenant);
        return FootprintReader.rows(connection, sql, row -> row.getBoolean(1)).get(0);
    }

    private static Tally tally(Connection connection, @Nullable String tenant, long deadLettered) throws SQLException {
        SqlText sql = new SqlText().add(TALLY);
        if (tenant != null) {
            sql.add(" WHERE" + OF_TENANT, tenant);
        }
        return FootprintReader.rows(
                        connection,
                        sql,
                        row -> new Tally(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                deadLettered))
                .get(0);
    }

    private static List<DeadLetterCount> deadLetters(Connection connection, @Nullable String tenant, boolean alone)
            throws SQLException {
        SqlText sql = new SqlText().add(DEAD_LETTERS);
        if (tenant != null) {
            sql.add(alone ? OF_TENANT_OR_NOBODY : " AND" + OF_TENANT, tenant);
        }
        return FootprintReader.rows(
                connection,
                sql.add(BY_KIND),
                row -> new DeadLetterCount(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private static Map<Integer, Long> seen(Connection connection) throws SQLException {
        return FootprintReader.rows(
                        connection,
                        new SqlText().add(SEEN, ActivityTopic.NAME),
                        row -> Map.entry(row.getInt(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<TopicPartition, Long> taken(Connection connection) throws SQLException {
        return FootprintReader.rows(
                        connection,
                        new SqlText().add(TAKEN),
                        row -> Map.entry(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
