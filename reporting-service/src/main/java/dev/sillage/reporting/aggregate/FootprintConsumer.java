package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.intake.Intake;
import dev.sillage.reporting.intake.ReadAhead;
import dev.sillage.reporting.label.GroupableLabels;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * From {@code sillage.footprints} into the report. Each activity counts exactly once: a poll is one transaction with
 * its offsets (see Intake), an activity is one row of the ledger.
 */
@ApplicationScoped
class FootprintConsumer {
    private static final String CHANNEL = "footprints";

    private final ReadAhead intake;

    FootprintConsumer(Intake intake, FootprintStore store, GroupableLabels labels, ExecutorService threads) {
        this.intake = new ReadAhead(intake, threads, CHANNEL, record -> FootprintReading.read(record, labels), store);
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> polled) {
        intake.take(polled);
    }
}
