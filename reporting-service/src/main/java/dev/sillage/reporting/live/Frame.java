package dev.sillage.reporting.live;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;

/** Something to write on a stream. */
sealed interface Frame {

    OutboundSseEvent on(OutboundSseEvent.Builder builder);

    /**
     * The first: that it is open.
     *
     * @param retryMillis after which a viewer that lost the stream should come back, different for each
     */
    record Greeting(long retryMillis) implements Frame {
        @Override
        public OutboundSseEvent on(OutboundSseEvent.Builder builder) {
            return builder.comment("open").reconnectDelay(retryMillis).build();
        }
    }

    /** That it is still open. */
    record Heartbeat() implements Frame {
        @Override
        public OutboundSseEvent on(OutboundSseEvent.Builder builder) {
            return builder.comment("still here").build();
        }
    }

    /** The state of now. */
    record Figures(LiveEvent event) implements Frame {
        @Override
        public OutboundSseEvent on(OutboundSseEvent.Builder builder) {
            return builder.name("figures")
                    .id(event.id().text())
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(event.data())
                    .build();
        }
    }

    /**
     * That the state of now is not known. Without an id, so that a viewer that comes back still names what it saw.
     *
     * @param data a problem, as JSON
     */
    record Unavailable(String data) implements Frame {
        @Override
        public OutboundSseEvent on(OutboundSseEvent.Builder builder) {
            return builder.name("unavailable")
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(data)
                    .build();
        }
    }
}
