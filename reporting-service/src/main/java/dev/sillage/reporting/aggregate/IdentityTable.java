package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.intake.SqlArray;
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
import java.util.UUID;
import java.util.function.Function;

/** The one place where an activity is counted: its digest is the primary key, a second one falls out. */
@ApplicationScoped
class IdentityTable {
    private static final String INSERT = "INSERT INTO identity (digest, content, occurred_at, retention_months, tenant)"
            + " SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::smallint[], ?::text[])"
            + " ON CONFLICT DO NOTHING RETURNING digest";
    private static final String READ =
            "SELECT digest, content, occurred_at FROM identity WHERE digest = ANY (?::uuid[])";

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
            bind(insert, 1, footprints, ReceivedFootprint::activity);
            bind(insert, 2, footprints, ReceivedFootprint::content);
            bind(insert, 3, footprints, ReceivedFootprint::occurredAt);
            bind(insert, 4, footprints, footprint -> retention.months(tenant(footprint)));
            SqlArray.bindTexts(
                    insert, 5, footprints.stream().map(IdentityTable::tenant).toArray(String[]::new));
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
            SqlArray wanted = new SqlArray(digests.size());
            digests.forEach(wanted::add);
            wanted.bind(read, 1);
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

    private static String tenant(ReceivedFootprint footprint) {
        return footprint.dimensions().tenant();
    }

    private static void bind(
            PreparedStatement insert,
            int parameter,
            Collection<ReceivedFootprint> footprints,
            Function<ReceivedFootprint, Object> value)
            throws SQLException {
        SqlArray array = new SqlArray(footprints.size());
        footprints.forEach(footprint -> array.add(value.apply(footprint)));
        array.bind(insert, parameter);
    }

    /** What was counted: the digest of its content, and when it ended. */
    record Identity(long content, Instant occurredAt) {}
}
