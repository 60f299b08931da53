package dev.sillage.reporting.isolation;

import dev.sillage.reporting.problem.Problem;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private final int poolSize;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    TenantDatabase(
            @DataSource("reader") AgroalDataSource database,
            IsolationConfig config,
            @ConfigProperty(name = "quarkus.datasource.reader.jdbc.max-size") int poolSize) {
        this.database = database;
        this.config = config;
        this.poolSize = poolSize;
    }

    void checkConfiguration(@Observes StartupEvent starting) {
        if (config.perTenant() < 1 || config.perTenant() > poolSize) {
            throw new IllegalStateException("sillage.reporting.queries.per-tenant is " + config.perTenant()
                    + ", but must lie between 1 and quarkus.datasource.reader.jdbc.max-size, " + poolSize);
        }
        if (config.statementTimeout().toMillis() < 1) {
            throw new IllegalStateException(
                    "sillage.reporting.queries.statement-timeout must be above 0, for example PT10S");
        }
    }

    /**
     * A connection for questions of that tenant, in a transaction that sees what was there when it began (REPEATABLE READ is
     * the default of its role). Waits for its turn, but not for long.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when the tenant asks too much at once
     */
    public TenantConnection open(String tenant) throws SQLException {
        Semaphore mine = turns.computeIfAbsent(tenant, first -> new Semaphore(config.perTenant(), true));
        if (!hasTurn(mine)) {
            throw Problem.tooManyQueries(config.perTenant());
        }
        Connection connection = null;
        try {
            connection = database.getConnection();
            connection.setAutoCommit(false);
            try (PreparedStatement set = connection.prepareStatement(FOR_TENANT)) {
                set.setString(1, tenant);
                set.setString(2, config.statementTimeout().toMillis() + "ms");
                set.execute();
            }
            TenantConnection open = new TenantConnection(connection, mine);
            connection = null;
            return open;
        } catch (SQLException | RuntimeException e) {
            mine.release();
            throw e;
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private boolean hasTurn(Semaphore mine) {
        try {
            return mine.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
