package dev.sillage.reporting.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts other results in the place of those in the ledger; what the rollups move by for it is a {@link Movement}. */
@ApplicationScoped
public class Replacements {
    private final LedgerRows rows;
    private final LedgerTable ledger;

    Replacements(LedgerRows rows, LedgerTable ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    /**
     * Writes them to the ledger.
     *
     * @param replacements of activities whose identities this transaction has locked
     * @param series ids of the dimensions of all new results
     */
    void write(Connection connection, Collection<Replacement> replacements, Map<Dimensions, Long> series)
            throws SQLException {
        List<LedgerRow> superseded = new ArrayList<>();
        List<UUID> by = new ArrayList<>();
        List<ReceivedFootprint> added = new ArrayList<>();
        for (Replacement replacement : replacements) {
            LedgerRow before = replacement.before();
            if (before != null) {
                superseded.add(before);
                by.add(replacement.by());
            }
            ReceivedFootprint after = replacement.after();
            if (after != null) {
                added.add(after);
            }
        }
        rows.supersede(connection, superseded, by);
        ledger.append(connection, added, series);
    }

    /**
     * One activity's.
     *
     * @param before what the ledger says; null when it has no row
     * @param after what it is to say; null when it is to have none
     * @param by the restatement, or the digest of the correction or retraction
     */
    public record Replacement(
            @Nullable LedgerRow before, @Nullable ReceivedFootprint after, UUID by) {}
}
