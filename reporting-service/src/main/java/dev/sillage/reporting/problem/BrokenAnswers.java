package dev.sillage.reporting.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers that break off after they have begun: by their reader, which is no fault, or for want of the database. */
final class BrokenAnswers {
    private static final Logger LOG = Logger.getLogger(BrokenAnswers.class);

    /** What the server says of a connection that is gone. */
    private static final String GONE = "Connection has been closed";

    /**
     * What has begun is cut off at once, below the server's own handler: that one closes the connection when all has been sent
     * that waits for a slow reader, by then the end of the answer waits as well, and a part would look like the whole.
     * With HTTP/2 the server resets the stream by itself, and its connection has the answers of others.
     */
    @ServerExceptionMapper
    Response ofStream(IOException failure, HttpServerRequest request) {
        if (request.response().headWritten()
                && request.version() != HttpVersion.HTTP_2
                && request.connection() instanceof ConnectionBase connection) {
            var unused = connection.channelHandlerContext().close();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                LOG.warnf("an answer broke off: %s", cause.getMessage());
                return Problem.internal().toResponse();
            }
            if (GONE.equals(cause.getMessage())) {
                LOG.debug("a reader went away");
                return Problem.internal().toResponse();
            }
        }
        LOG.error("an answer broke off", failure);
        return Problem.internal().toResponse();
    }
}
