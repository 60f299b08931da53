package dev.sillage.reporting.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.logging.Logger;

/** The connection under a stream. */
final class Line {
    private static final Logger LOG = Logger.getLogger(Line.class);

    /** What the kernel keeps for a viewer that does not read; some events, instead of megabytes. */
    private static final int SEND_BUFFER_BYTES = 32 * 1024;

    private static final long HTTP_2_CANCEL = 8;

    private final HttpServerRequest request;

    Line(HttpServerRequest request) {
        this.request = request;
    }

    void boundBuffers() {
        channel().config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES);
    }

    boolean closed() {
        return request.response().closed() || request.response().ended();
    }

    /** Now, without waiting for what was not read. */
    void cut() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(HTTP_2_CANCEL);
        } else {
            // The connection's own close would first wait until everything is written.
            ChannelFuture closing = channel().close();
            LOG.debugf("closed what nobody reads: %s", closing);
        }
    }

    private Channel channel() {
        return ((ConnectionBase) request.connection()).channel();
    }
}
