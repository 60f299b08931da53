package dev.sillage.reporting.account;

import static dev.sillage.reporting.account.Counts.Counter.AMENDED;
import static dev.sillage.reporting.account.Counts.Counter.CONFLICTS;
import static dev.sillage.reporting.account.Counts.Counter.DEAD_LETTERED;
import static dev.sillage.reporting.account.Counts.Counter.DUPLICATES;
import static dev.sillage.reporting.account.Counts.Counter.LATE;
import static dev.sillage.reporting.account.Counts.Counter.RECOMPUTED;
import static dev.sillage.reporting.account.Counts.Counter.REPORTED;

import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.DeadLetterTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What became of the results of one transaction, per tenant, partition and hour in which the activity was accepted. A
 * footprint or an avoidance is
 *
 * <ul>
 *   <li>reported, and so computed, when its activity is new in its table;
 *   <li>a duplicate, and so computed, when its activity was there but its origin is new: it was sent twice;
 *   <li>recomputed, and nothing else, when its origin was seen before: it was computed twice.
 * </ul>
 *
 * A correction or a retraction is amended when it took effect, and otherwise a duplicate or recomputed. So reported +
 * amended + duplicates = computed holds by construction, whatever is killed or repeated. Duplicates that are not what
 * was counted, but something else under the same id, are counted as conflicts too, and reported activities that had ended
 * long before they were accepted as late.
 */
public final class Counts {
    private final Duration lateAfter;
    private final PartitionCounts partitions = new PartitionCounts();
    private final HourCounts hours = new HourCounts();

    /** What is counted. */
    enum Counter {
        REPORTED,
        DUPLICATES,
        RECOMPUTED,
        CONFLICTS,
        AMENDED,
        LATE,
        DEAD_LETTERED
    }

    Counts(Duration lateAfter) {
        this.lateAfter = lateAfter;
    }

    /** Counts one result. */
    public void count(Arrival arrival, boolean newActivity, boolean newOrigin) {
        add(arrival, newActivity ? REPORTED : newOrigin ? DUPLICATES : RECOMPUTED);
        if (newActivity && arrival.occurredAt().plus(lateAfter).isBefore(arrival.acceptedAt())) {
            hours.add(arrival.tenant(), arrival.acceptedAt(), arrival.partition(), LATE, 1);
        }
    }

    /** Counts a duplicate that is not what was counted. */
    public void countConflict(Arrival arrival) {
        add(arrival, CONFLICTS);
    }

    /** Counts a correction or a retraction that took effect. */
    public void countAmended(Arrival arrival) {
        add(arrival, AMENDED);
    }

    /** Counts an activity that was given up before and is computed after all. */
    public void countRecovered(DeadLetterTable.Recovered letter) {
        if (letter.acceptedAt() != null) {
            hours.add(letter.tenant(), letter.acceptedAt(), letter.partition(), DEAD_LETTERED, -1);
        }
    }

    /** Counts an activity that could not be computed, if it says when it was accepted. */
    void countDeadLetter(DeadLetter letter) {
        if (letter.acceptedAt() != null) {
            hours.add(letter.tenant(), letter.acceptedAt(), letter.at().partition(), DEAD_LETTERED, 1);
        }
    }

    /** Adds all to the counts that are stored. */
    public void write(Connection connection) throws SQLException {
        partitions.write(connection);
        hours.write(connection);
    }

    private void add(Arrival arrival, Counter counter) {
        partitions.add(arrival.tenant(), arrival.partition(), counter);
        hours.add(arrival.tenant(), arrival.acceptedAt(), arrival.partition(), counter, 1);
    }
}
