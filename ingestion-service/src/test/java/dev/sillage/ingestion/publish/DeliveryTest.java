package dev.sillage.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final Delivery delivery = new Delivery(3);

    @Test
    void itIsDoneWithTheLastAcknowledgementOnly() {
        delivery.onCompletion(null, null);
        delivery.onCompletion(null, null);
        assertThat(delivery.done()).isNotDone();

        delivery.onCompletion(null, null);
        assertThat(delivery.done()).isCompleted();
    }

    @Test
    void oneFailureFailsAllOfItForGood() {
        delivery.onCompletion(null, null);
        delivery.onCompletion(null, new TimeoutException("late"));
        delivery.onCompletion(null, null);
        delivery.onCompletion(null, null);

        assertThat(delivery.hasFailed()).isTrue();
        assertThat(delivery.done()).isCompletedExceptionally();
    }
}
