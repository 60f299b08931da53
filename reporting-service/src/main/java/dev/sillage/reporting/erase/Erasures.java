package dev.sillage.reporting.erase;

import dev.sillage.reporting.aggregate.FootprintValue;
import dev.sillage.reporting.audit.AuditLog;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import dev.sillage.reporting.label.GroupableLabels;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows of a subject lose their subject, every label that no sum is by, and the subject's name wherever it stands in
 * source and id. Their digests stay, so that a copy sent later is still the same activity, and no figure moves.
 */
@ApplicationScoped
class Erasures {
    private static final int TIMEOUT_SECONDS = 60;

    private static final String ERASED = "erased";

    /** A part at a time, so that live activities never wait for long. */
    private static final int ROWS_AT_ONCE = 5000;

    private static final String ERASE = "WITH found AS (SELECT tableoid AS part, ctid AS place FROM ledger"
            + " WHERE tenant = ? AND subject = ? LIMIT " + ROWS_AT_ONCE + " FOR UPDATE)"
            + " UPDATE ledger SET subject = NULL, source = replace(source, ?, '" + ERASED + "'),"
            + " activity_id = replace(activity_id, ?, '" + ERASED + "'),"
            + " labels = erased_labels(labels, ?) FROM found"
            + " WHERE ledger.tableoid = found.part AND ledger.ctid = found.place AND tenant = ? AND subject = ?";
    private static final String CONFLICTS = "UPDATE identity_conflict SET"
            + " source = replace(source, ?, '" + ERASED + "'), activity_id = replace(activity_id, ?, '" + ERASED + "')"
            + " WHERE tenant = ? AND (strpos(source, ?) > 0 OR strpos(activity_id, ?) > 0)";
    private static final String NOTE =
            "INSERT INTO erasure (id, tenant, requested_by, reason, activities) VALUES (?, ?, ?, ?, ?)";
    private static final String READ = "SELECT id, requested_by, requested_at, reason, activities FROM erasure"
            + " WHERE tenant = ? ORDER BY requested_at DESC LIMIT ?";

    private final AgroalDataSource database;
    private final TenantDatabase reader;
    private final AuditLog audit;
    private final GroupableLabels labels;

    Erasures(AgroalDataSource database, TenantDatabase reader, AuditLog audit, GroupableLabels labels) {
        this.database = database;
        this.reader = reader;
        this.audit = audit;
        this.labels = labels;
    }

    /** Erases, part by part; ended in the middle, what is erased stays so, and asking again does the rest. */
    Erasure erase(String tenant, String actor, ErasureRequest request) {
        String subject = BoundedText.of(request.subject(), FootprintValue.MAX_SUBJECT_LENGTH);
        long activities = 0;
        int part;
        do {
            part = inTransaction(connection -> erasePart(connection, tenant, subject));
            activities += part;
        } while (part == ROWS_AT_ONCE);
        Erasure erasure = new Erasure(UUID.randomUUID(), actor, Instant.now(), request.reason(), activities);
        return inTransaction(connection -> {
            eraseConflicts(connection, tenant, subject);
            note(connection, tenant, erasure);
            return erasure;
        });
    }

    List<Erasure> newest(String tenant, int limit) throws SQLException {
        List<Erasure> erasures = new ArrayList<>();
        try (TenantConnection connection = reader.open(tenant);
                PreparedStatement read = connection.jdbc().prepareStatement(READ)) {
            read.setString(1, tenant);
            read.setInt(2, limit);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    erasures.add(new Erasure(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getString(4),
                            rows.getLong(5)));
                }
            }
        }
        return erasures;
    }

    private int erasePart(Connection connection, String tenant, String subject) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement(ERASE)) {
            erase.setString(1, tenant);
            erase.setString(2, subject);
            erase.setString(3, subject);
            erase.setString(4, subject);
            erase.setArray(
                    5, connection.createArrayOf("text", labels.withBuiltIn().toArray()));
            erase.setString(6, tenant);
            erase.setString(7, subject);
            return erase.executeUpdate();
        }
    }

    private static void eraseConflicts(Connection connection, String tenant, String subject) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement(CONFLICTS)) {
            erase.setString(1, subject);
            erase.setString(2, subject);
            erase.setString(3, tenant);
            erase.setString(4, subject);
            erase.setString(5, subject);
            erase.executeUpdate();
        }
    }

    private void note(Connection connection, String tenant, Erasure erasure) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, erasure.id());
            note.setString(2, tenant);
            note.setString(3, erasure.requestedBy());
            note.setString(4, erasure.reason());
            note.setLong(5, erasure.activities());
            note.executeUpdate();
        }
        audit.append(
                connection,
                tenant,
                erasure.requestedBy(),
                "subject-erased",
                erasure.id().toString(),
                Map.of("reason", erasure.reason(), "activities", String.valueOf(erasure.activities())));
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.in(connection);
            }
        });
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
