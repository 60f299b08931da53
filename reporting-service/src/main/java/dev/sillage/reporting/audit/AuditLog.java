package dev.sillage.reporting.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Writes entries in the transaction of what they tell of; the database refuses to change or remove one. */
@ApplicationScoped
public class AuditLog {
    private static final String APPEND =
            "INSERT INTO audit_log (tenant, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?::jsonb)";
    private static final String READ = "SELECT id, at, actor, action, subject, detail FROM audit_log"
            + " WHERE tenant = ? AND id < ? ORDER BY id DESC LIMIT ?";

    private final ObjectMapper json;

    AuditLog(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Appends an entry.
     *
     * @param actor name of the credential
     * @param action stable code, for example {@code restatement-requested}
     * @param subject what was acted on, never a person
     * @param detail what else a reader of the log must know
     */
    public void append(
            Connection connection,
            String tenant,
            String actor,
            String action,
            String subject,
            Map<String, String> detail)
            throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, tenant);
            append.setString(2, actor);
            append.setString(3, action);
            append.setString(4, subject);
            append.setString(5, json.writeValueAsString(detail));
            append.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the detail of an entry must be writable as JSON", e);
        }
    }

    /** The newest entries of a tenant before that id, newest first. */
    List<AuditEntry> newest(Connection connection, String tenant, long before, int limit) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, tenant);
            read.setLong(2, before);
            read.setInt(3, limit);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    entries.add(new AuditEntry(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6)));
                }
            }
        }
        return entries;
    }

    /**
     * An entry, in the shape of its JSON.
     *
     * @param detail as JSON
     */
    record AuditEntry(
            long id,
            Instant at,
            String actor,
            String action,
            String subject,
            @JsonRawValue String detail) {}
}
