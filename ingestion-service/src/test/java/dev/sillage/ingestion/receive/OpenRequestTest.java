package dev.sillage.ingestion.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class OpenRequestTest {

    @Test
    void aRequestThatEndsTwiceIsCountedOnce() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ReceiveMetrics metrics = new ReceiveMetrics(meters);
        OpenRequest answeredWhileItsSenderLeft = metrics.opened();
        metrics.opened();

        metrics.closed(answeredWhileItsSenderLeft);
        metrics.closed(answeredWhileItsSenderLeft);

        assertThat(meters.get("sillage.ingestion.requests.open").gauge().value())
                .isEqualTo(1);
        assertThat(meters.get("sillage.ingestion.request").timer().count()).isEqualTo(1);
    }
}
