package dev.sillage.reporting.restate;

import dev.sillage.reporting.aggregate.HistoryReplacement;
import dev.sillage.reporting.aggregate.Movement;
import dev.sillage.reporting.aggregate.Replacements.Replacement;
import dev.sillage.reporting.restate.ComputedPage.Result;
import dev.sillage.reporting.restate.Restatement.Progress;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that one page of a restatement changes, with its progress: together or not at all. */
@ApplicationScoped
class RestatementBatch {
    private final AgroalDataSource database;
    private final HistoryReplacement replacement;
    private final RestatementTable table;
    private final Duration lease;

    RestatementBatch(
            AgroalDataSource database, HistoryReplacement replacement, RestatementTable table, RestateConfig config) {
        this.database = database;
        this.replacement = replacement;
        this.table = table;
        this.lease = config.lease();
    }

    /**
     * Writes a page.
     *
     * @return the progress after it; empty, and nothing written, when it was paused, cancelled or taken over
     */
    Optional<Progress> write(Restatement restatement, Progress from, ComputedPage page) throws SQLException {
        List<Replacement> changed = new ArrayList<>();
        HistoryReplacement.Prepared prepared =
                replacement.prepare(page.results().stream().map(Result::after).toList());
        for (Result result : page.results()) {
            if (!prepared.isSame(result.row().row(), result.after())) {
                changed.add(new Replacement(result.row().row(), result.after(), restatement.id()));
            }
        }
        Movement movement = prepared.movement(changed);
        Progress to = new Progress(
                from.expected(),
                from.examined() + page.rows().size(),
                from.changed() + changed.size(),
                from.unchanged() + page.results().size() - changed.size(),
                page.rows().get(page.rows().size() - 1).cursor());
        try (Connection connection = database.getConnection();
                Transaction transaction = Transaction.begin(connection)) {
            // First, so that whoever pauses or cancels waits for this page or stops it before anything is done.
            if (!table.advance(connection, restatement.id(), from, to, lease)) {
                return Optional.empty();
            }
            table.addSkipped(connection, restatement.id(), page.skipped());
            table.add(connection, restatement.id(), movement);
            if (!restatement.dryRun()) {
                prepared.write(connection, changed, movement);
            }
            transaction.commit();
            return Optional.of(to);
        }
    }
}
