package dev.sillage.reporting.intake;

import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Writes dead letters, one per origin. */
@ApplicationScoped
public class DeadLetterTable {
    private static final String INSERT = "INSERT INTO dead_letter (stage, origin_topic, tenant, reason, detail,"
            + " origin_partition, origin_offset, occurred_at, accepted_at)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::bigint[],"
            + " ?::timestamptz[], ?::timestamptz[]) ON CONFLICT DO NOTHING"
            + " RETURNING origin_topic, origin_partition, origin_offset";

    private static final String ANY_GIVEN_UP = "SELECT EXISTS (SELECT FROM"
            + " unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[]) AS n(t, p, first, last), LATERAL (SELECT"
            + " FROM dead_letter WHERE stage = 'calculation' AND origin_topic = t AND origin_partition = p"
            + " AND origin_offset BETWEEN first AND last AND recovered_at IS NULL LIMIT 1) d)";

    private static final String MARK_RECOVERED = "UPDATE dead_letter SET recovered_at = now()"
            + " FROM unnest(?::text[], ?::integer[], ?::bigint[]) AS n(t, p, o)"
            + " WHERE stage = 'calculation' AND origin_topic = t AND origin_partition = p AND origin_offset = o"
            + " AND recovered_at IS NULL RETURNING tenant, origin_partition, accepted_at";

    /** Adds those whose origin is not there yet, and answers which origins those are. */
    public Set<LogPosition> insert(Connection connection, List<DeadLetter> letters) throws SQLException {
        Set<LogPosition> added = new HashSet<>();
        if (letters.isEmpty()) {
            return added;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            SqlArray.of(SqlType.TEXT, letters, letter -> letter.stage().wireName())
                    .bind(insert, 1);
            SqlArray.of(SqlType.TEXT, letters, letter -> letter.origin().topic())
                    .bind(insert, 2);
            SqlArray.of(SqlType.TEXT, letters, DeadLetter::tenant).bind(insert, 3);
            SqlArray.of(SqlType.TEXT, letters, DeadLetter::reason).bind(insert, 4);
            SqlArray.of(SqlType.TEXT, letters, DeadLetter::detail).bind(insert, 5);
            SqlArray.of(SqlType.INTEGER, letters, letter -> letter.origin().partition())
                    .bind(insert, 6);
            SqlArray.of(SqlType.BIGINT, letters, letter -> letter.origin().offset())
                    .bind(insert, 7);
            SqlArray.of(SqlType.TIMESTAMPTZ, letters, DeadLetter::occurredAt).bind(insert, 8);
            SqlArray.of(SqlType.TIMESTAMPTZ, letters, DeadLetter::acceptedAt).bind(insert, 9);
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    added.add(new LogPosition(rows.getString(1), rows.getInt(2), rows.getLong(3)));
                }
            }
        }
        return added;
    }

    /**
     * Notes that these activities, given up before, were computed after all: by a newer calculation, on a replay. Answers
     * whose they are, each once and never again.
     */
    public List<Recovered> markRecovered(Connection connection, Collection<LogPosition> origins) throws SQLException {
        List<Recovered> recovered = new ArrayList<>();
        if (origins.isEmpty() || !isAnyGivenUp(connection, origins)) {
            return recovered;
        }
        try (PreparedStatement mark = connection.prepareStatement(MARK_RECOVERED)) {
            SqlArray.of(SqlType.TEXT, origins, LogPosition::topic).bind(mark, 1);
            SqlArray.of(SqlType.INTEGER, origins, LogPosition::partition).bind(mark, 2);
            SqlArray.of(SqlType.BIGINT, origins, LogPosition::offset).bind(mark, 3);
            try (ResultSet rows = mark.executeQuery()) {
                while (rows.next()) {
                    OffsetDateTime acceptedAt = rows.getObject(3, OffsetDateTime.class);
                    recovered.add(new Recovered(
                            rows.getString(1), rows.getInt(2), acceptedAt == null ? null : acceptedAt.toInstant()));
                }
            }
        }
        return recovered;
    }

    /** Almost never one was: so one asks for the spans in which they lie first, and not for thousands of places. */
    private static boolean isAnyGivenUp(Connection connection, Collection<LogPosition> origins) throws SQLException {
        Map<TopicPartition, Span> spans = new HashMap<>();
        origins.forEach(
                origin -> spans.merge(origin.topicPartition(), new Span(origin.offset(), origin.offset()), Span::and));
        try (PreparedStatement read = connection.prepareStatement(ANY_GIVEN_UP)) {
            SqlArray.of(SqlType.TEXT, spans.keySet(), TopicPartition::topic).bind(read, 1);
            SqlArray.of(SqlType.INTEGER, spans.keySet(), TopicPartition::partition)
                    .bind(read, 2);
            SqlArray.of(SqlType.BIGINT, spans.values(), Span::first).bind(read, 3);
            SqlArray.of(SqlType.BIGINT, spans.values(), Span::last).bind(read, 4);
            try (ResultSet row = read.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * A dead letter that is none any more.
     *
     * @param acceptedAt when ingestion took the activity, null when the letter did not say
     */
    public record Recovered(
            String tenant, int partition, @Nullable Instant acceptedAt) {}

    /** Offsets from the first to the last. */
    private record Span(long first, long last) {
        Span and(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }
}
