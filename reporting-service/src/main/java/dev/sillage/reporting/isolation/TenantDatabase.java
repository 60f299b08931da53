package dev.sillage.reporting.isolation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The database as one tenant may see it. A pool of its own, whose connections have the role sillage_reader: a question never
 * takes a connection from those who write, and a statement that forgets its tenant finds nothing.
 */
@ApplicationScoped
public class TenantDatabase {
    /** For the transaction, so that nothing of a tenant stays with the connection. */
    private static final String FOR_TENANT =
            "SELECT set_config('sillage.tenant', ?, true), set_config('statement_timeout', ?, true)";

    private final AgroalDataSource database;
    private final IsolationConfig config;
    private final QuestionTurns turns;

    TenantDatabase(@DataSource("reader") AgroalDataSource database, IsolationConfig config, QuestionTurns turns) {
        this.database = database;
        this.config = config;
        this.turns = turns;
    }

    void checkConfiguration(@Observes StartupEvent starting) {
        if (config.statementTimeout().toMillis() < 1) {
            throw new IllegalStateException(
                    "sillage.reporting.queries.statement-timeout must be above 0, for example PT10S");
        }
    }

    /**
     * A connection for questions of that tenant, in a transaction that sees what was there when it began (REPEATABLE READ is
     * the default of its role). Waits for its turn, but not for long.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when the tenant asks too much at once, 503 when all do
     */
    public TenantConnection open(String tenant) throws SQLException {
        QuestionTurns.Turn turn = turns.take(tenant);
        try {
            return open(tenant, turn);
        } catch (SQLException | RuntimeException e) {
            turn.giveBack();
            throw e;
        }
    }

    /** The same for what is sent while it is read, which has turns of its own: it mostly waits for whoever takes it. */
    TenantConnection openForDownload(String tenant) throws SQLException {
        return open(tenant, QuestionTurns.Turn.NONE);
    }

    private TenantConnection open(String tenant, QuestionTurns.Turn turn) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement set = connection.prepareStatement(FOR_TENANT)) {
                set.setString(1, tenant);
                set.setString(2, config.statementTimeout().toMillis() + "ms");
                set.execute();
            }
            return new TenantConnection(connection, turn);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
