package dev.sillage.reporting.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the caller whether a failure of the database passes, ends with a smaller question, or is ours. */
public final class DatabaseFailures {
    private static final Logger LOG = Logger.getLogger(DatabaseFailures.class);

    /** SQLSTATE of a statement that was cancelled, which is how its timeout ends. */
    private static final String QUERY_CANCELED = "57014";

    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
    private static final String[] PASSING_CLASSES = {"08", "53", "57"};

    @ServerExceptionMapper
    Response ofRollback(RollbackException failure) {
        return problem(failure).toResponse();
    }

    @ServerExceptionMapper
    Response ofSql(SQLException failure) {
        return problem(failure).toResponse();
    }

    /** What the caller is told of it. */
    public static HttpProblem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return problem(refusal);
            }
        }
        LOG.error("a question could not be answered", failure);
        return Problem.internal();
    }

    private static HttpProblem problem(SQLException failure) {
        String state = failure.getSQLState();
        if (QUERY_CANCELED.equals(state)) {
            return Problem.tooExpensive();
        }
        // Without a state it is the pool that gave up waiting for a connection.
        boolean passing = state == null;
        for (String passingClass : PASSING_CLASSES) {
            passing |= state != null && state.startsWith(passingClass);
        }
        if (passing) {
            LOG.warnf("the database is not available: %s", failure.getMessage());
            return Problem.databaseUnavailable();
        }
        LOG.error("a question could not be answered", failure);
        return Problem.internal();
    }
}
