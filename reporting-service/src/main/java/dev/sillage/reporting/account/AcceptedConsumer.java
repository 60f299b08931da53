package dev.sillage.reporting.account;

import dev.sillage.reporting.intake.Intake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** From {@code sillage.accepted} into the account, see Intake. */
@ApplicationScoped
class AcceptedConsumer {
    private static final String CHANNEL = "accepted";

    private final Intake intake;
    private final AcceptedStore store;

    AcceptedConsumer(Intake intake, AcceptedStore store) {
        this.intake = intake;
        this.store = store;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> polled) {
        intake.take(CHANNEL, polled, AcceptedReading::read, store);
    }
}
