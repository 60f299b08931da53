package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.account.Counts;
import dev.sillage.reporting.account.OriginProgress;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.DeadLetterTable;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.Store;
import dev.sillage.reporting.schema.Rollup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Everything that a batch of footprints changes: the ledger first, then what only the new activities change, and last
 * the rows that replicas could wait for each other for.
 *
 * @param series ids of all dimensions of the batch
 */
record FootprintEffects(
        Map<Dimensions, Long> series,
        LedgerTable ledger,
        RollupTables rollups,
        UnknownModelTable unknownModels,
        DeadLetterTable deadLetters)
        implements Store.Effects {

    @Override
    public void write(Connection connection, List<Received> fresh) throws SQLException {
        List<ReceivedFootprint> footprints = new ArrayList<>(fresh.size());
        List<DeadLetter> unreadable = new ArrayList<>();
        for (Received record : fresh) {
            if (record instanceof ReceivedFootprint footprint) {
                footprints.add(footprint);
            } else if (record instanceof DeadLetter letter) {
                unreadable.add(letter);
            }
        }
        Set<UUID> added = ledger.insert(connection, eachActivityOnce(footprints).values(), series);
        OriginProgress progress = OriginProgress.read(
                connection,
                FootprintTopic.NAME,
                fresh.stream().map(record -> record.at().partition()).collect(Collectors.toSet()));
        Counts counts = new Counts();
        List<LogPosition> recovered = new ArrayList<>();
        Map<Slot, Sums> perMinute = new HashMap<>();
        UnknownModels unknown = new UnknownModels();
        for (Received record : fresh) {
            if (record instanceof ReceivedFootprint footprint) {
                boolean newInLedger = added.remove(footprint.activity());
                boolean newOrigin = progress.isOfNewOrigin(footprint.at().partition(), footprint.origin());
                counts.count(footprint.dimensions().tenant(), footprint.at().partition(), newInLedger, newOrigin);
                if (newInLedger) {
                    perMinute
                            .computeIfAbsent(slot(footprint), first -> new Sums())
                            .add(footprint.bounds(), footprint.functionalUnit());
                    unknown.add(footprint);
                    if (footprint.origin() != null) {
                        recovered.add(footprint.origin());
                    }
                }
            } else if (record instanceof DeadLetter letter) {
                // It came, so it is not on its way any more; that it could not be stored is a difference.
                progress.isOfNewOrigin(letter.at().partition(), letter.activity());
            }
        }
        deadLetters.insert(connection, unreadable);
        deadLetters.markRecovered(connection, recovered);
        progress.write(connection);
        counts.write(connection);
        unknownModels.add(connection, unknown.uses());
        rollups.add(connection, perMinute);
    }

    /** The first of each activity: a statement cannot insert one key twice and say which of the two it was. */
    private static Map<UUID, ReceivedFootprint> eachActivityOnce(List<ReceivedFootprint> footprints) {
        Map<UUID, ReceivedFootprint> once = new LinkedHashMap<>();
        footprints.forEach(footprint -> once.putIfAbsent(footprint.activity(), footprint));
        return once;
    }

    private Slot slot(ReceivedFootprint footprint) {
        return new Slot(
                Objects.requireNonNull(series.get(footprint.dimensions())),
                Rollup.MINUTE.floor(footprint.occurredAt()));
    }
}
