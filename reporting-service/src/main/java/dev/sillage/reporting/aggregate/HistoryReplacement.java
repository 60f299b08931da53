package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.aggregate.Replacements.Replacement;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts new results of activities that are in the ledger in the place of the old ones, in the caller's transaction. */
@ApplicationScoped
public class HistoryReplacement {
    private final SeriesCatalogue catalogue;
    private final LedgerPartitions partitions;
    private final Retention retention;
    private final IdentityTable identities;
    private final Replacements replacements;
    private final RollupTables rollups;

    HistoryReplacement(
            SeriesCatalogue catalogue,
            LedgerPartitions partitions,
            Retention retention,
            IdentityTable identities,
            Replacements replacements,
            RollupTables rollups) {
        this.catalogue = catalogue;
        this.partitions = partitions;
        this.retention = retention;
        this.identities = identities;
        this.replacements = replacements;
        this.rollups = rollups;
    }

    /** Makes sure, before the transaction, that there are series and partitions for these results. */
    public Prepared prepare(List<ReceivedFootprint> results) throws SQLException {
        partitions.ensure(results);
        Set<Dimensions> dimensions = new HashSet<>();
        results.forEach(result -> dimensions.add(result.dimensions()));
        return new Prepared(catalogue.resolve(dimensions));
    }

    /** Results whose series are known. */
    public final class Prepared {
        private final Map<Dimensions, Long> series;

        private Prepared(Map<Dimensions, Long> series) {
            this.series = series;
        }

        /** Whether a result says what the ledger says already, by the same method and factors. */
        public boolean isSame(LedgerRow before, ReceivedFootprint after) {
            return Long.valueOf(before.seriesId()).equals(series.get(after.dimensions()))
                    && before.bounds().isSame(after.bounds())
                    && isSame(
                            before.functionalQuantity(),
                            after.functionalUnit() == null
                                    ? null
                                    : after.functionalUnit().quantity());
        }

        private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null ? other == null : other != null && one.compareTo(other) == 0;
        }

        /** What the report would move by. */
        public Movement movement(Collection<Replacement> changed) {
            return Movement.of(changed, series);
        }

        /**
         * Writes ledger and rollups.
         *
         * @param movement of the same replacements
         * @throws ChangedMeanwhileException when one of the rows does not say any more what was read
         */
        public void write(Connection connection, Collection<Replacement> changed, Movement movement)
                throws SQLException {
            replacements.write(connection, changed, series);
            identities.move(connection, moved(changed));
            Map<Slot, Sums> differences = new HashMap<>();
            movement.addTo(differences);
            rollups.add(connection, differences);
        }

        private Map<UUID, Integer> moved(Collection<Replacement> changed) {
            Map<UUID, Integer> moved = new HashMap<>();
            for (Replacement replacement : changed) {
                LedgerRow before = replacement.before();
                if (before != null) {
                    int months = retention.months(before.key().tenant());
                    if (months != before.key().retentionMonths()) {
                        moved.put(before.key().activity(), months);
                    }
                }
            }
            return moved;
        }
    }
}
