package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one place where an activity is counted: its digest is the primary key, a second one falls out. */
@ApplicationScoped
public class IdentityTable {
    private static final String INSERT = "INSERT INTO identity (digest, content, occurred_at, retention_months, tenant)"
            + " SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::smallint[], ?::text[])"
            + " ON CONFLICT DO NOTHING RETURNING digest";
    private static final String READ =
            "SELECT digest, content, occurred_at FROM identity WHERE digest = ANY (?::uuid[])";

    private static final String ANNOUNCE =
            "INSERT INTO identity (digest, content, occurred_at, retention_months, tenant,"
                    + " retracted) SELECT d, " + Content.UNKNOWN + ", o, r, t, true"
                    + " FROM unnest(?::uuid[], ?::timestamptz[], ?::smallint[], ?::text[]) AS n(d, o, r, t)"
                    + " ORDER BY d ON CONFLICT DO NOTHING RETURNING digest";
    private static final String LOCK = "SELECT digest, tenant, retention_months, occurred_at, amended_at, amendment,"
            + " retracted FROM identity WHERE digest = ANY (?::uuid[]) ORDER BY digest FOR UPDATE";
    private static final String AMEND =
            "UPDATE identity SET occurred_at = n.o, retention_months = n.r, amended_at = n.a,"
                    + " amendment = n.b, retracted = n.x FROM unnest(?::uuid[], ?::timestamptz[], ?::smallint[],"
                    + " ?::timestamptz[], ?::uuid[], ?::boolean[]) AS n(d, o, r, a, b, x) WHERE digest = n.d";
    private static final String MOVE = "UPDATE identity SET retention_months = n.r"
            + " FROM unnest(?::uuid[], ?::smallint[]) AS n(d, r) WHERE digest = n.d";

    private final Retention retention;

    IdentityTable(Retention retention) {
        this.retention = retention;
    }

    /**
     * Adds the activities that are not there yet and answers which those were.
     *
     * @param footprints each activity once
     */
    Set<UUID> insert(Connection connection, Collection<ReceivedFootprint> footprints) throws SQLException {
        Set<UUID> added = new HashSet<>();
        if (footprints.isEmpty()) {
            return added;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            SqlArray.of(SqlType.UUID, footprints, ReceivedFootprint::activity).bind(insert, 1);
            SqlArray.of(SqlType.BIGINT, footprints, ReceivedFootprint::content).bind(insert, 2);
            SqlArray.of(SqlType.TIMESTAMPTZ, footprints, ReceivedFootprint::occurredAt)
                    .bind(insert, 3);
            SqlArray.of(SqlType.SMALLINT, footprints, footprint -> retention.months(tenant(footprint)))
                    .bind(insert, 4);
            SqlArray.of(SqlType.TEXT, footprints, IdentityTable::tenant).bind(insert, 5);
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    added.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return added;
    }

    /** What is known of those that are there. */
    Map<UUID, Identity> read(Connection connection, Collection<UUID> digests) throws SQLException {
        Map<UUID, Identity> identities = new HashMap<>();
        if (digests.isEmpty()) {
            return identities;
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            SqlArray.of(SqlType.UUID, digests, digest -> digest).bind(read, 1);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    identities.put(
                            rows.getObject(1, UUID.class),
                            new Identity(
                                    rows.getLong(2),
                                    rows.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return identities;
    }

    /**
     * Makes those known that are not, without a row in the ledger, and answers which those were.
     *
     * @param digest what of an amendment is meant, itself or its activity
     */
    Set<UUID> announce(
            Connection connection, Collection<ReceivedAmendment> amendments, Function<ReceivedAmendment, UUID> digest)
            throws SQLException {
        Map<UUID, ReceivedAmendment> once = new TreeMap<>();
        amendments.forEach(amendment -> once.putIfAbsent(digest.apply(amendment), amendment));
        Set<UUID> added = new HashSet<>();
        try (PreparedStatement announce = connection.prepareStatement(ANNOUNCE)) {
            SqlArray.of(SqlType.UUID, once.keySet(), key -> key).bind(announce, 1);
            SqlArray.of(SqlType.TIMESTAMPTZ, once.values(), ReceivedAmendment::occurredAt)
                    .bind(announce, 2);
            SqlArray.of(SqlType.SMALLINT, once.values(), amendment -> retention.months(amendment.tenant()))
                    .bind(announce, 3);
            SqlArray.of(SqlType.TEXT, once.values(), ReceivedAmendment::tenant).bind(announce, 4);
            try (ResultSet rows = announce.executeQuery()) {
                while (rows.next()) {
                    added.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return added;
    }

    /** The state of identities, which nobody else changes until the end of the transaction. */
    public Map<UUID, State> lock(Connection connection, Collection<UUID> digests) throws SQLException {
        Map<UUID, State> states = new HashMap<>();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            SqlArray.of(SqlType.UUID, digests, digest -> digest).bind(lock, 1);
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    OffsetDateTime amendedAt = rows.getObject(5, OffsetDateTime.class);
                    states.put(
                            rows.getObject(1, UUID.class),
                            new State(
                                    rows.getString(2),
                                    rows.getInt(3),
                                    rows.getObject(4, OffsetDateTime.class).toInstant(),
                                    amendedAt == null ? null : amendedAt.toInstant(),
                                    rows.getObject(6, UUID.class),
                                    rows.getBoolean(7)));
                }
            }
        }
        return states;
    }

    /** Notes the last word on activities, each once. */
    void amend(Connection connection, Collection<ReceivedAmendment> last) throws SQLException {
        try (PreparedStatement amend = connection.prepareStatement(AMEND)) {
            SqlArray.of(SqlType.UUID, last, ReceivedAmendment::activity).bind(amend, 1);
            SqlArray.of(SqlType.TIMESTAMPTZ, last, ReceivedAmendment::occurredAt)
                    .bind(amend, 2);
            SqlArray.of(SqlType.SMALLINT, last, amendment -> retention.months(amendment.tenant()))
                    .bind(amend, 3);
            SqlArray.of(SqlType.TIMESTAMPTZ, last, ReceivedAmendment::acceptedAt)
                    .bind(amend, 4);
            SqlArray.of(SqlType.UUID, last, ReceivedAmendment::amendment).bind(amend, 5);
            SqlArray.of(SqlType.BOOLEAN, last, amendment -> amendment.replacement() == null)
                    .bind(amend, 6);
            amend.executeUpdate();
        }
    }

    /** Notes that rows of the ledger stand under another retention now. */
    public void move(Connection connection, Map<UUID, Integer> retentionMonths) throws SQLException {
        if (retentionMonths.isEmpty()) {
            return;
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            SqlArray.of(SqlType.UUID, retentionMonths.keySet(), activity -> activity)
                    .bind(move, 1);
            SqlArray.of(SqlType.SMALLINT, retentionMonths.values(), months -> months)
                    .bind(move, 2);
            move.executeUpdate();
        }
    }

    private static String tenant(ReceivedFootprint footprint) {
        return footprint.dimensions().tenant();
    }

    /**
     * What is known of an activity.
     *
     * @param amendedAt when the last correction or retraction was accepted; null when there was none
     * @param amendment its digest, likewise
     * @param retracted whether it has no row in the ledger
     */
    public record State(
            String tenant,
            int retentionMonths,
            Instant occurredAt,
            @Nullable Instant amendedAt,
            @Nullable UUID amendment,
            boolean retracted) {

        /** Where its row stands, when it has one. */
        public LedgerRow.Key key(UUID activity) {
            return new LedgerRow.Key(activity, tenant, retentionMonths, occurredAt);
        }
    }

    /** What was counted: the digest of its content, and when it ended. */
    record Identity(long content, Instant occurredAt) {}
}
