package dev.sillage.reporting.account;

import dev.sillage.activity.AcceptedCount;
import dev.sillage.activity.Incarnation;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.DeadLetterTable;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the last of what each key says. Records of a key come in order, and its counts only grow, so the last is the
 * largest: taking the largest says the same when records are read again, even on a topic that was made anew.
 */
@ApplicationScoped
class AcceptedStore implements Store {
    private static final String COUNT = "INSERT INTO accepted_count AS c"
            + " (tenant, hour, incarnation, number, accepted, refused, uncertain, complete)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, hour, incarnation, number) DO UPDATE SET"
            + " accepted = greatest(c.accepted, excluded.accepted), refused = greatest(c.refused, excluded.refused),"
            + " uncertain = greatest(c.uncertain, excluded.uncertain), complete = c.complete OR excluded.complete";
    private static final String INCARNATION = "INSERT INTO ingestion_incarnation AS i (id, started_at, seen_at, state)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, state = excluded.state"
            + " WHERE i.seen_at <= excluded.seen_at";

    private final DeadLetterTable deadLetters;

    AcceptedStore(DeadLetterTable deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public Effects prepare(List<Received> records) {
        return this::write;
    }

    private void write(Connection connection, List<Received> fresh) throws SQLException {
        // In the order of keys: replicas that write the same wait instead of deadlocking.
        Map<String, AcceptedCount> counts = new TreeMap<>();
        Map<String, Incarnation> incarnations = new TreeMap<>();
        List<DeadLetter> unreadable = new ArrayList<>();
        for (Received record : fresh) {
            if (record instanceof ReceivedCount received) {
                counts.put(received.count().key(), received.count());
            } else if (record instanceof ReceivedIncarnation received) {
                incarnations.put(received.incarnation().id(), received.incarnation());
            } else if (record instanceof DeadLetter letter) {
                unreadable.add(letter);
            }
        }
        deadLetters.insert(connection, unreadable);
        writeCounts(connection, counts);
        writeIncarnations(connection, incarnations);
    }

    private static void writeCounts(Connection connection, Map<String, AcceptedCount> counts) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(COUNT)) {
            for (AcceptedCount count : counts.values()) {
                write.setString(1, count.tenant());
                write.setObject(2, utc(count.hour()), Types.TIMESTAMP_WITH_TIMEZONE);
                write.setString(3, count.incarnation());
                write.setLong(4, count.number());
                write.setLong(5, count.accepted());
                write.setLong(6, count.refused());
                write.setLong(7, count.uncertain());
                write.setBoolean(8, count.complete());
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private static void writeIncarnations(Connection connection, Map<String, Incarnation> incarnations)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(INCARNATION)) {
            for (Incarnation incarnation : incarnations.values()) {
                write.setString(1, incarnation.id());
                write.setObject(2, utc(incarnation.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
                write.setObject(3, utc(incarnation.seenAt()), Types.TIMESTAMP_WITH_TIMEZONE);
                write.setString(4, incarnation.state().wireName());
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
