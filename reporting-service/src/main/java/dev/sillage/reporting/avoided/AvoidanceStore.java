package dev.sillage.reporting.avoided;

import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.reporting.account.AccountBook;
import dev.sillage.reporting.account.Arrival;
import dev.sillage.reporting.account.Counts;
import dev.sillage.reporting.account.OriginProgress;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.DeadLetterTable;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Everything that a batch of avoidances changes, in the order in which footprints change the same tables. */
@ApplicationScoped
class AvoidanceStore implements Store {
    private final AvoidanceTable table;
    private final DeadLetterTable deadLetters;
    private final AccountBook accounts;

    AvoidanceStore(AvoidanceTable table, DeadLetterTable deadLetters, AccountBook accounts) {
        this.table = table;
        this.deadLetters = deadLetters;
        this.accounts = accounts;
    }

    @Override
    public Effects prepare(List<Received> records) {
        return this::write;
    }

    private void write(Connection connection, List<Received> fresh) throws SQLException {
        Set<ReceivedAvoidance> added = insert(connection, fresh);
        OriginProgress progress = OriginProgress.read(
                connection,
                AvoidanceTopic.NAME,
                fresh.stream().map(record -> record.at().partition()).collect(Collectors.toSet()));
        Counts counts = accounts.open();
        List<DeadLetter> unreadable = new ArrayList<>();
        List<LogPosition> recovered = new ArrayList<>();
        for (Received record : fresh) {
            if (record instanceof ReceivedAvoidance avoidance) {
                boolean isNew = added.contains(avoidance);
                boolean newOrigin = progress.isOfNewOrigin(avoidance.at().partition(), avoidance.origin());
                counts.count(arrival(avoidance), isNew, newOrigin);
                if (isNew && avoidance.origin() != null) {
                    recovered.add(avoidance.origin());
                }
            } else if (record instanceof DeadLetter letter) {
                unreadable.add(letter);
                progress.isOfNewOrigin(letter.at().partition(), letter.activity());
            }
        }
        deadLetters.insert(connection, unreadable);
        deadLetters.markRecovered(connection, recovered).forEach(counts::countRecovered);
        progress.write(connection);
        counts.write(connection);
    }

    private static Arrival arrival(ReceivedAvoidance avoidance) {
        return new Arrival(
                avoidance.event().activity().tenant(),
                avoidance.at().partition(),
                avoidance.event().acceptedAt(),
                avoidance.event().time());
    }

    /** The first of each activity, in the order of digests: replicas that add the same wait instead of deadlocking. */
    private Set<ReceivedAvoidance> insert(Connection connection, List<Received> fresh) throws SQLException {
        Set<UUID> seen = new HashSet<>();
        List<ReceivedAvoidance> once = fresh.stream()
                .filter(ReceivedAvoidance.class::isInstance)
                .map(ReceivedAvoidance.class::cast)
                .filter(avoidance -> seen.add(avoidance.event().activity().digest()))
                .sorted(Comparator.comparing(
                        avoidance -> avoidance.event().activity().digest()))
                .toList();
        boolean[] isNew = table.insert(connection, once);
        Set<ReceivedAvoidance> added = new HashSet<>();
        for (int i = 0; i < isNew.length; i++) {
            if (isNew[i]) {
                added.add(once.get(i));
            }
        }
        return added;
    }
}
