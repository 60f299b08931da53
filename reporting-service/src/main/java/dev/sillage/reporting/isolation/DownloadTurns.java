package dev.sillage.reporting.isolation;

import dev.sillage.reporting.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections that are held for as long as somebody takes what is read: few of a tenant, and few altogether. */
@ApplicationScoped
public class DownloadTurns {
    private static final String LIMIT = "SELECT set_config('statement_timeout', ?, true)";

    private final TenantDatabase database;
    private final DownloadConfig config;
    private final IsolationConfig questions;
    private final int poolSize;
    private final Semaphore all;
    private final Map<String, Semaphore> ofTenants = new ConcurrentHashMap<>();

    DownloadTurns(
            TenantDatabase database,
            DownloadConfig config,
            IsolationConfig questions,
            @ConfigProperty(name = "quarkus.datasource.reader.jdbc.max-size") int poolSize) {
        this.database = database;
        this.config = config;
        this.questions = questions;
        this.poolSize = poolSize;
        this.all = new Semaphore(config.atOnce());
    }

    void checkConfiguration(@Observes StartupEvent starting) {
        if (config.atOnce() < 1 || config.perTenant() < 1) {
            throw new IllegalStateException("sillage.reporting.downloads.at-once is " + config.atOnce()
                    + " and .per-tenant " + config.perTenant() + ", but both must be above 0");
        }
        if (config.atOnce() + questions.atOnce() > poolSize) {
            throw new IllegalStateException("sillage.reporting.downloads.at-once is " + config.atOnce()
                    + " and sillage.reporting.queries.at-once " + questions.atOnce()
                    + ", but together they must not be above quarkus.datasource.reader.jdbc.max-size, " + poolSize
                    + ", or the ones would wait for the others");
        }
        if (config.statementTimeout().toMillis() < 1) {
            throw new IllegalStateException("sillage.reporting.downloads.statement-timeout must be above 0");
        }
    }

    /**
     * Reads in one transaction, which sees what was there when it began, and ends when the reading does.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when there are as many as may be
     */
    public <X extends Exception> void take(String tenant, Download<X> download) throws SQLException, X {
        Semaphore mine = ofTenants.computeIfAbsent(tenant, first -> new Semaphore(config.perTenant()));
        if (!mine.tryAcquire()) {
            throw Problem.tooManyDownloads(config.perTenant());
        }
        try {
            if (!all.tryAcquire()) {
                throw Problem.downloadsFull(config.atOnce());
            }
            try (TenantConnection connection = database.openForDownload(tenant)) {
                waitLonger(connection.jdbc());
                download.from(connection.jdbc());
            } finally {
                all.release();
            }
        } finally {
            mine.release();
        }
    }

    private void waitLonger(Connection connection) throws SQLException {
        try (PreparedStatement limit = connection.prepareStatement(LIMIT)) {
            limit.setString(1, config.statementTimeout().toMillis() + "ms");
            limit.execute();
        }
    }

    /** What is read, and sent. */
    @FunctionalInterface
    public interface Download<X extends Exception> {
        void from(Connection connection) throws SQLException, X;
    }
}
