package dev.sillage.reporting.export.otlp;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Which replica pushes a tenant's sums. One that is silent for long loses its turn to the next that asks. */
@ApplicationScoped
class PushTurns {
    private static final String TAKE = "INSERT INTO push_turn AS t (tenant, holder, until)"
            + " VALUES (?, ?, now() + ? * interval '1 millisecond')"
            + " ON CONFLICT (tenant) DO UPDATE SET holder = excluded.holder, until = excluded.until"
            + " WHERE t.holder = excluded.holder OR t.until < now()";
    private static final String LEAVE = "DELETE FROM push_turn WHERE holder = ?";

    private final AgroalDataSource database;
    private final UUID replica = UUID.randomUUID();

    PushTurns(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether this replica pushes now; if so no other does for that long. */
    boolean take(String tenant, Duration forHowLong) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, tenant);
            take.setObject(2, replica);
            take.setLong(3, forHowLong.toMillis());
            return take.executeUpdate() == 1;
        }
    }

    /** Gives every turn back. */
    void leave() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement leave = connection.prepareStatement(LEAVE)) {
            leave.setObject(1, replica);
            leave.executeUpdate();
        }
    }
}
