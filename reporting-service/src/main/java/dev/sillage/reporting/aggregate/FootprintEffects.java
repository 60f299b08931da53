package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.account.Arrival;
import dev.sillage.reporting.account.Counts;
import dev.sillage.reporting.account.OriginProgress;
import dev.sillage.reporting.aggregate.Recognition.Recognized;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
 * Everything that a batch of footprints changes: identities and ledger first, then what only the new activities change,
 * and last the rows that replicas could wait for each other for.
 *
 * @param series ids of all dimensions of the batch
 * @param tables what is written to
 */
record FootprintEffects(Map<Dimensions, Long> series, FootprintTables tables) implements Store.Effects {

    @Override
    public void write(Connection connection, List<Received> fresh) throws SQLException {
        List<Received> records = withinRetention(fresh);
        Map<UUID, ReceivedFootprint> once = eachActivityOnce(records);
        Recognized recognized = tables.recognition.recognize(connection, once);
        Set<UUID> added = recognized.added();
        tables.ledger.append(
                connection,
                once.values().stream()
                        .filter(footprint -> added.contains(footprint.activity()))
                        .toList(),
                series);
        OriginProgress progress = OriginProgress.read(
                connection,
                FootprintTopic.NAME,
                records.stream().map(record -> record.at().partition()).collect(Collectors.toSet()));
        Map<Slot, Sums> perMinute = new HashMap<>();
        Set<ReceivedAmendment> amended = tables.amendments.write(connection, amendments(records), series, perMinute);
        Counts counts = tables.accounts.open();
        Conflicts conflicts = new Conflicts();
        List<DeadLetter> unreadable = new ArrayList<>();
        List<LogPosition> recovered = new ArrayList<>();
        UnknownModels unknown = new UnknownModels();
        for (Received record : records) {
            if (record instanceof ReceivedFootprint footprint) {
                boolean newInLedger = added.remove(footprint.activity());
                Arrival arrival = new Arrival(
                        footprint.dimensions().tenant(),
                        footprint.at().partition(),
                        footprint.acceptedAt(),
                        footprint.occurredAt());
                boolean newOrigin = progress.isOfNewOrigin(arrival.partition(), footprint.origin());
                counts.count(arrival, newInLedger, newOrigin);
                if (newInLedger) {
                    perMinute
                            .computeIfAbsent(slot(footprint), first -> new Sums())
                            .add(footprint.bounds(), footprint.functionalUnit());
                    unknown.add(footprint);
                    if (footprint.origin() != null) {
                        recovered.add(footprint.origin());
                    }
                } else if (newOrigin && conflicts.isNoted(footprint, recognized.counted(footprint.activity()))) {
                    counts.countConflict(arrival);
                }
            } else if (record instanceof ReceivedAmendment amendment) {
                Arrival arrival = new Arrival(
                        amendment.tenant(), amendment.at().partition(), amendment.acceptedAt(), amendment.occurredAt());
                boolean newOrigin = progress.isOfNewOrigin(arrival.partition(), amendment.origin());
                if (amended.remove(amendment)) {
                    counts.countAmended(arrival);
                } else {
                    counts.count(arrival, false, newOrigin);
                }
                if (amendment.origin() != null) {
                    recovered.add(amendment.origin());
                }
            } else if (record instanceof DeadLetter letter) {
                // It came, so it is not on its way any more; that it could not be stored is a difference.
                progress.isOfNewOrigin(letter.at().partition(), letter.activity());
                unreadable.add(letter);
            }
        }
        tables.deadLetters.insert(connection, unreadable);
        tables.deadLetters.markRecovered(connection, recovered).forEach(counts::countRecovered);
        conflicts.write(connection);
        progress.write(connection);
        counts.write(connection);
        tables.unknownModels.add(connection, unknown.uses());
        tables.rollups.add(connection, perMinute);
    }

    /**
     * An activity from before what is kept could have been counted and forgotten, so it is refused: not counting it is a
     * difference that is seen, counting it twice would not be.
     */
    private List<Received> withinRetention(List<Received> records) {
        Instant now = Instant.now();
        List<Received> within = new ArrayList<>(records.size());
        for (Received record : records) {
            within.add(
                    record instanceof ReceivedFootprint footprint
                                    && isForgotten(footprint.dimensions().tenant(), footprint.occurredAt(), now)
                            ? forgotten(footprint.at(), footprint.dimensions().tenant())
                                    .of(footprint.origin(), footprint.occurredAt())
                            : record instanceof ReceivedAmendment amendment
                                            && isForgotten(amendment.tenant(), amendment.occurredAt(), now)
                                    ? forgotten(amendment.at(), amendment.tenant())
                                            .of(amendment.origin(), amendment.occurredAt())
                                    : record);
        }
        return within;
    }

    private static List<ReceivedAmendment> amendments(List<Received> records) {
        return records.stream()
                .filter(ReceivedAmendment.class::isInstance)
                .map(ReceivedAmendment.class::cast)
                .toList();
    }

    private boolean isForgotten(String tenant, Instant occurredAt, Instant now) {
        int months = tables.retention.months(tenant);
        return months != Retention.FOR_EVER && occurredAt.isBefore(Retention.horizon(months, now));
    }

    private static DeadLetter forgotten(LogPosition at, String tenant) {
        return DeadLetter.ofReporting(
                at,
                tenant,
                "older-than-retention",
                "The activity ended before the months that are kept of its tenant.");
    }

    /** The first of each activity: a statement cannot insert one key twice and say which of the two it was. */
    private static Map<UUID, ReceivedFootprint> eachActivityOnce(List<Received> records) {
        Map<UUID, ReceivedFootprint> once = new LinkedHashMap<>();
        for (Received record : records) {
            if (record instanceof ReceivedFootprint footprint) {
                once.putIfAbsent(footprint.activity(), footprint);
            }
        }
        return once;
    }

    private Slot slot(ReceivedFootprint footprint) {
        return Slot.of(Objects.requireNonNull(series.get(footprint.dimensions())), footprint.occurredAt());
    }
}
