package dev.sillage.reporting.retain;

import dev.sillage.reporting.aggregate.LedgerPartitions;
import dev.sillage.reporting.aggregate.Retention;
import dev.sillage.reporting.audit.AuditLog;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Removes what is older than it is kept: whole months of the ledger by dropping their partitions, then what knew of them.
 * An activity from before is refused by then (FootprintEffects), so that forgetting its identity lets nobody count twice.
 */
@ApplicationScoped
class ExpiredActivities {
    private static final Logger LOG = Logger.getLogger(ExpiredActivities.class);
    private static final int TIMEOUT_SECONDS = 600;

    /** One replica at a time. */
    private static final long LOCK = 5_110_278;

    private static final String PARTITIONS = "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid ="
            + " c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname LIKE 'ledger\\_keep\\_%'";
    private static final String PROGRESS =
            "INSERT INTO retention_progress AS p VALUES (?, ?) ON CONFLICT (retention_months) DO UPDATE SET kept_from ="
                    + " excluded.kept_from WHERE p.kept_from < excluded.kept_from RETURNING kept_from";

    private final AgroalDataSource database;
    private final LedgerPartitions partitions;
    private final Retention retention;
    private final AuditLog audit;
    private final RetainConfig config;

    ExpiredActivities(
            AgroalDataSource database,
            LedgerPartitions partitions,
            Retention retention,
            AuditLog audit,
            RetainConfig config) {
        this.database = database;
        this.partitions = partitions;
        this.retention = retention;
        this.audit = audit;
        this.config = config;
    }

    /** Removes what is too old at that moment; what is being read for long stays for the next time. */
    void remove(Instant now) throws SQLException {
        List<LedgerMonth> months = months();
        for (LedgerMonth month : months) {
            Instant keptFrom = Retention.horizon(month.retentionMonths(), now);
            if (month.retentionMonths() != Retention.FOR_EVER && month.endsBefore(keptFrom)) {
                drop(month, keptFrom);
            }
        }
        Set<Integer> retentions = new TreeSet<>();
        months.forEach(month -> retentions.add(month.retentionMonths()));
        retentions.remove(Retention.FOR_EVER);
        for (int kept : retentions) {
            forget(kept, Retention.horizon(kept, now));
        }
    }

    private List<LedgerMonth> months() throws SQLException {
        List<LedgerMonth> months = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PARTITIONS)) {
            while (rows.next()) {
                LedgerMonth.of(rows.getString(1)).ifPresent(months::add);
            }
        }
        return months;
    }

    private void drop(LedgerMonth month, Instant keptFrom) {
        inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                if (!isMine(connection)) {
                    return;
                }
                statement.execute(
                        "SET LOCAL lock_timeout = " + config.lockTimeout().toMillis());
                note(connection, dropped(connection, month), month.month().toString());
                LOG.infof(
                        "the activities of %s are gone: kept for %d months, that is from %s on",
                        month.month(), month.retentionMonths(), keptFrom);
            }
        });
        partitions.forget();
    }

    /** Everything else that knows an activity from before; once for each month that goes by. */
    private void forget(int kept, Instant keptFrom) {
        inTransaction(connection -> {
            if (!isMine(connection) || !isNew(connection, kept, keptFrom)) {
                return;
            }
            OffsetDateTime before = keptFrom.atOffset(ZoneOffset.UTC);
            Map<String, Long> outliers = new HashMap<>();
            try (PreparedStatement delete = connection.prepareStatement("WITH gone AS (DELETE FROM ledger WHERE"
                    + " retention_months = ? AND occurred_at < ? RETURNING tenant) SELECT tenant, count(*) FROM gone GROUP BY"
                    + " tenant")) {
                delete.setInt(1, kept);
                delete.setObject(2, before);
                try (ResultSet rows = delete.executeQuery()) {
                    while (rows.next()) {
                        outliers.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            note(connection, outliers, "before " + keptFrom);
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM identity WHERE retention_months = ? AND occurred_at < ?")) {
                delete.setInt(1, kept);
                delete.setObject(2, before);
                delete.executeUpdate();
            }
            for (String table : List.of("ledger_superseded", "identity_conflict")) {
                for (String tenant : tenants(connection, table)) {
                    if (retention.months(tenant) == kept) {
                        try (PreparedStatement delete = connection.prepareStatement(
                                "DELETE FROM " + table + " WHERE tenant = ? AND occurred_at < ?")) {
                            delete.setString(1, tenant);
                            delete.setObject(2, before);
                            delete.executeUpdate();
                        }
                    }
                }
            }
        });
    }

    private static boolean isMine(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static boolean isNew(Connection connection, int kept, Instant keptFrom) throws SQLException {
        try (PreparedStatement progress = connection.prepareStatement(PROGRESS)) {
            progress.setInt(1, kept);
            progress.setObject(2, keptFrom.atOffset(ZoneOffset.UTC));
            try (ResultSet row = progress.executeQuery()) {
                return row.next();
            }
        }
    }

    private void note(Connection connection, Map<String, Long> counts, String what) throws SQLException {
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            audit.append(
                    connection,
                    count.getKey(),
                    "retention",
                    "activities-expired",
                    what,
                    Map.of(
                            "activities",
                            String.valueOf(count.getValue()),
                            "months",
                            String.valueOf(retention.months(count.getKey()))));
        }
    }

    private static List<String> tenants(Connection connection, String table) throws SQLException {
        List<String> tenants = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT tenant FROM " + table)) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    private static Map<String, Long> dropped(Connection connection, LedgerMonth month) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (PreparedStatement drop =
                connection.prepareStatement("SELECT tenant, activities FROM drop_ledger_month(?)")) {
            drop.setString(1, month.table());
            try (ResultSet rows = drop.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    private void inTransaction(Work work) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = database.getConnection()) {
                work.in(connection);
            }
            return true;
        });
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }
}
