package dev.sillage.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Writes dead letters, one per origin. */
@ApplicationScoped
public class DeadLetterTable {
    private static final String INSERT = "INSERT INTO dead_letter (stage, origin_topic, tenant, reason, detail,"
            + " origin_partition, origin_offset, occurred_at)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::bigint[],"
            + " ?::timestamptz[]) ON CONFLICT DO NOTHING";

    private static final String MARK_RECOVERED = "UPDATE dead_letter SET recovered_at = now()"
            + " FROM unnest(?::text[], ?::integer[], ?::bigint[]) AS n(t, p, o)"
            + " WHERE stage = 'calculation' AND origin_topic = t AND origin_partition = p AND origin_offset = o";

    /** Adds those whose origin is not there yet. */
    public void insert(Connection connection, List<DeadLetter> letters) throws SQLException {
        if (letters.isEmpty()) {
            return;
        }
        SqlArray partitions = new SqlArray(letters.size());
        SqlArray offsets = new SqlArray(letters.size());
        SqlArray times = new SqlArray(letters.size());
        for (DeadLetter letter : letters) {
            partitions.add(letter.origin().partition());
            offsets.add(letter.origin().offset());
            times.add(letter.occurredAt());
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bindTexts(insert, 1, letters, letter -> letter.stage().wireName());
            bindTexts(insert, 2, letters, letter -> letter.origin().topic());
            bindTexts(insert, 3, letters, DeadLetter::tenant);
            bindTexts(insert, 4, letters, DeadLetter::reason);
            bindTexts(insert, 5, letters, DeadLetter::detail);
            partitions.bind(insert, 6);
            offsets.bind(insert, 7);
            times.bind(insert, 8);
            insert.executeUpdate();
        }
    }

    /** Notes that these activities, given up before, were computed after all: by a newer calculation, on a replay. */
    public void markRecovered(Connection connection, List<LogPosition> origins) throws SQLException {
        if (origins.isEmpty()) {
            return;
        }
        SqlArray partitions = new SqlArray(origins.size());
        SqlArray offsets = new SqlArray(origins.size());
        for (LogPosition origin : origins) {
            partitions.add(origin.partition());
            offsets.add(origin.offset());
        }
        try (PreparedStatement mark = connection.prepareStatement(MARK_RECOVERED)) {
            SqlArray.bindTexts(mark, 1, origins.stream().map(LogPosition::topic).toArray(String[]::new));
            partitions.bind(mark, 2);
            offsets.bind(mark, 3);
            mark.executeUpdate();
        }
    }

    private static void bindTexts(
            PreparedStatement insert, int parameter, List<DeadLetter> letters, Function<DeadLetter, String> text)
            throws SQLException {
        SqlArray.bindTexts(insert, parameter, letters.stream().map(text).toArray(String[]::new));
    }
}
