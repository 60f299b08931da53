package dev.sillage.reporting.aggregate;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ledger has a partition for each month of each retention, made when it is first needed, in a transaction of its own:
 * making one waits for those who read the ledger, and the figures must not wait with their locks held.
 */
@ApplicationScoped
public class LedgerPartitions {
    private static final String ENSURE = "SELECT ensure_ledger_month(?, ?)";

    private final AgroalDataSource database;
    private final Retention retention;
    private final Set<Month> known = ConcurrentHashMap.newKeySet();

    LedgerPartitions(AgroalDataSource database, Retention retention) {
        this.database = database;
        this.retention = retention;
    }

    /** Makes what these footprints need. */
    void ensure(Collection<ReceivedFootprint> footprints) throws SQLException {
        Set<Month> missing = new HashSet<>();
        for (ReceivedFootprint footprint : footprints) {
            Month month = Month.of(retention.months(footprint.dimensions().tenant()), footprint.occurredAt());
            if (!known.contains(month)) {
                missing.add(month);
            }
        }
        if (!missing.isEmpty()) {
            ensure(missing);
        }
    }

    private void ensure(Set<Month> missing) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ensure = connection.prepareStatement(ENSURE)) {
            for (Month month : new TreeSet<>(missing)) {
                ensure.setInt(1, month.retentionMonths());
                ensure.setObject(2, month.first());
                ensure.execute();
                known.add(month);
            }
        }
    }

    /** After partitions were dropped: nothing that was known is certain. */
    public void forget() {
        known.clear();
    }

    private record Month(int retentionMonths, LocalDate first) implements Comparable<Month> {
        static Month of(int retentionMonths, Instant instant) {
            return new Month(
                    retentionMonths,
                    instant.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1));
        }

        @Override
        public int compareTo(Month other) {
            int byRetention = Integer.compare(retentionMonths, other.retentionMonths);
            return byRetention != 0 ? byRetention : first.compareTo(other.first);
        }
    }
}
