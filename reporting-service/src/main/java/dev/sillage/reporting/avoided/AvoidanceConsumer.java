package dev.sillage.reporting.avoided;

import dev.sillage.reporting.intake.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** From {@code sillage.avoidances} into the report, each activity exactly once, see Intake. */
@ApplicationScoped
class AvoidanceConsumer {
    private static final String CHANNEL = "avoidances";

    private final Intake intake;
    private final AvoidanceStore store;

    AvoidanceConsumer(Intake intake, AvoidanceStore store) {
        this.intake = intake;
        this.store = store;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> polled) {
        intake.take(CHANNEL, polled, AvoidanceReading::read, store);
    }
}
