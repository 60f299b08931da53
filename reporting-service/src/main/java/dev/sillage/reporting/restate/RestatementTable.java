package dev.sillage.reporting.restate;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.aggregate.Movement;
import dev.sillage.reporting.aggregate.Sums;
import dev.sillage.reporting.restate.Restatement.Cursor;
import dev.sillage.reporting.restate.Restatement.Progress;
import dev.sillage.reporting.restate.Restatement.State;
import dev.sillage.reporting.schema.FigureColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of restatements. Their progress moves in the transaction of what it tells of. */
@ApplicationScoped
class RestatementTable {
    private static final String COLUMNS = "id, tenant, requested_by, requested_at, reason, methodology, factor_set,"
            + " from_time, to_time, kinds, dry_run, state, detail, expected, examined, changed, unchanged, cursor_time,"
            + " cursor_digest, finished_at";
    private static final String INSERT = "INSERT INTO restatement (id, tenant, requested_by, requested_at, reason,"
            + " methodology, factor_set, from_time, to_time, kinds, dry_run, state, expected)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ONE = "SELECT " + COLUMNS + " FROM restatement WHERE tenant = ? AND id = ?";
    private static final String NEWEST =
            "SELECT " + COLUMNS + " FROM restatement WHERE tenant = ? ORDER BY requested_at DESC, id LIMIT ?";
    private static final String CLAIM = "UPDATE restatement SET lease_until = now() + ? * interval '1 millisecond'"
            + " WHERE id = (SELECT id FROM restatement WHERE state = 'running'"
            + " AND (lease_until IS NULL OR lease_until < now()) ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
            + " RETURNING " + COLUMNS;
    private static final String ADVANCE = "UPDATE restatement SET examined = ?, changed = ?, unchanged = ?,"
            + " cursor_time = ?, cursor_digest = ?, lease_until = now() + ? * interval '1 millisecond'"
            + " WHERE id = ? AND state = 'running' AND examined = ?";
    private static final String MOVE = "UPDATE restatement SET state = ?, detail = ?, lease_until = NULL,"
            + " finished_at = CASE WHEN ? THEN now() END WHERE id = ? AND tenant = ? AND state = ?";
    private static final String SKIP = "INSERT INTO restatement_skipped AS s (restatement, reason, activities)"
            + " VALUES (?, ?, ?) ON CONFLICT (restatement, reason) DO UPDATE SET"
            + " activities = s.activities + excluded.activities";
    private static final String SKIPPED =
            "SELECT reason, activities FROM restatement_skipped WHERE restatement = ? ORDER BY reason";
    private static final String ADD = "INSERT INTO restatement_figure AS f (restatement, kind, criterion,"
            + " before_activities, before_low, before_central, before_high, after_activities, after_low, after_central,"
            + " after_high) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (restatement, kind, criterion)"
            + " DO UPDATE SET before_activities = f.before_activities + excluded.before_activities,"
            + " before_low = f.before_low + excluded.before_low,"
            + " before_central = f.before_central + excluded.before_central,"
            + " before_high = f.before_high + excluded.before_high,"
            + " after_activities = f.after_activities + excluded.after_activities,"
            + " after_low = f.after_low + excluded.after_low,"
            + " after_central = f.after_central + excluded.after_central,"
            + " after_high = f.after_high + excluded.after_high";
    private static final String FIGURES = "SELECT kind, criterion, before_activities, before_low, before_central,"
            + " before_high, after_activities, after_low, after_central, after_high FROM restatement_figure"
            + " WHERE restatement = ? ORDER BY kind, criterion";

    /** Begins it; false when the tenant has another one that is not at its end. */
    boolean insert(Connection connection, Restatement restatement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, restatement.id());
            insert.setString(2, restatement.tenant());
            insert.setString(3, restatement.requestedBy());
            insert.setObject(4, utc(restatement.requestedAt()));
            insert.setString(5, restatement.reason());
            insert.setString(6, restatement.methodology());
            insert.setString(7, restatement.factorSet());
            insert.setObject(8, utc(restatement.from()));
            insert.setObject(9, utc(restatement.to()));
            insert.setArray(
                    10, connection.createArrayOf("text", restatement.kinds().toArray()));
            insert.setBoolean(11, restatement.dryRun());
            insert.setString(12, restatement.state().word());
            insert.setLong(13, restatement.progress().expected());
            return insert.executeUpdate() == 1;
        }
    }

    Optional<Restatement> find(Connection connection, String tenant, UUID id) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(ONE)) {
            read.setString(1, tenant);
            read.setObject(2, id);
            return read(read).stream().findFirst();
        }
    }

    List<Restatement> newest(Connection connection, String tenant, int limit) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(NEWEST)) {
            read.setString(1, tenant);
            read.setInt(2, limit);
            return read(read);
        }
    }

    /** One that nobody works on now, for as long as the lease. */
    Optional<Restatement> claim(Connection connection, Duration lease) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, lease.toMillis());
            return read(claim).stream().findFirst();
        }
    }

    /**
     * Moves the progress on; false when somebody else did, or it is not running any more.
     *
     * @param from the progress that the effects of this transaction follow on
     */
    boolean advance(Connection connection, UUID id, Progress from, Progress to, Duration lease) throws SQLException {
        Cursor cursor = to.cursor();
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            advance.setLong(1, to.examined());
            advance.setLong(2, to.changed());
            advance.setLong(3, to.unchanged());
            advance.setObject(4, cursor == null ? null : utc(cursor.time()));
            advance.setObject(5, cursor == null ? null : cursor.digest());
            advance.setLong(6, lease.toMillis());
            advance.setObject(7, id);
            advance.setLong(8, from.examined());
            return advance.executeUpdate() == 1;
        }
    }

    /** From one state to another; false when it is not in the first. */
    boolean move(Connection connection, Restatement restatement, State to, String detail) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setString(1, to.word());
            move.setString(2, detail);
            move.setBoolean(3, to.isFinal());
            move.setObject(4, restatement.id());
            move.setString(5, restatement.tenant());
            move.setString(6, restatement.state().word());
            return move.executeUpdate() == 1;
        }
    }

    void addSkipped(Connection connection, UUID id, Map<String, Long> byReason) throws SQLException {
        try (PreparedStatement skip = connection.prepareStatement(SKIP)) {
            for (Map.Entry<String, Long> skipped : byReason.entrySet()) {
                skip.setObject(1, id);
                skip.setString(2, skipped.getKey());
                skip.setLong(3, skipped.getValue());
                skip.executeUpdate();
            }
        }
    }

    /** Adds both sides of a movement, by kind and by each criterion that one of them has data for. */
    void add(Connection connection, UUID id, Movement movement) throws SQLException {
        SortedMap<String, Sums> before = movement.before();
        SortedMap<String, Sums> after = movement.after();
        SortedSet<String> kinds = new TreeSet<>(before.keySet());
        kinds.addAll(after.keySet());
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (String kind : kinds) {
                for (Criterion criterion : Criterion.values()) {
                    add.setObject(1, id);
                    add.setString(2, kind);
                    add.setString(3, criterion.wireName());
                    long activities =
                            bind(add, 4, before.get(kind), criterion) + bind(add, 8, after.get(kind), criterion);
                    if (activities > 0) {
                        add.addBatch();
                    }
                }
            }
            add.executeBatch();
        }
    }

    List<RestatementView.Skipped> skipped(Connection connection, UUID id) throws SQLException {
        List<RestatementView.Skipped> all = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(SKIPPED)) {
            read.setObject(1, id);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    all.add(new RestatementView.Skipped(rows.getString(1), rows.getLong(2)));
                }
            }
        }
        return all;
    }

    List<RestatementView.Difference> differences(Connection connection, UUID id) throws SQLException {
        List<RestatementView.Difference> all = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(FIGURES)) {
            read.setObject(1, id);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    all.add(RestatementView.Difference.of(
                            rows.getString(1), rows.getString(2), side(rows, 3), side(rows, 7)));
                }
            }
        }
        return all;
    }

    private static RestatementView.@Nullable Side side(ResultSet row, int column) throws SQLException {
        long activities = row.getLong(column);
        return activities == 0
                ? null
                : new RestatementView.Side(
                        row.getBigDecimal(column + 1),
                        row.getBigDecimal(column + 2),
                        row.getBigDecimal(column + 3),
                        activities);
    }

    /** Answers how many activities had data for it. */
    private static long bind(PreparedStatement add, int parameter, @Nullable Sums side, Criterion criterion)
            throws SQLException {
        long activities = side == null ? 0 : side.activities(criterion);
        add.setLong(parameter, activities);
        int column = FigureColumns.firstBound(criterion);
        for (int bound = 0; bound < FigureColumns.BOUNDS_PER_CRITERION; bound++) {
            add.setBigDecimal(parameter + 1 + bound, side == null ? BigDecimal.ZERO : side.bound(column + bound));
        }
        return activities;
    }

    private static List<Restatement> read(PreparedStatement statement) throws SQLException {
        List<Restatement> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(restatement(rows));
            }
        }
        return all;
    }

    private static Restatement restatement(ResultSet row) throws SQLException {
        Instant cursorTime = instant(row, "cursor_time");
        Array kinds = row.getArray("kinds");
        return new Restatement(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("methodology"),
                row.getString("factor_set"),
                row.getObject("from_time", OffsetDateTime.class).toInstant(),
                row.getObject("to_time", OffsetDateTime.class).toInstant(),
                List.of((String[]) kinds.getArray()),
                row.getBoolean("dry_run"),
                State.ofWord(row.getString("state")),
                row.getString("detail"),
                new Progress(
                        row.getLong("expected"),
                        row.getLong("examined"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        cursorTime == null ? null : new Cursor(cursorTime, row.getObject("cursor_digest", UUID.class))),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
