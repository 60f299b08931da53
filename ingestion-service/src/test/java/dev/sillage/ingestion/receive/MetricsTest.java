package dev.sillage.ingestion.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.Meters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
class MetricsTest {

    /**
     * Senders of other tests may be under way still, who only ever add: what is counted for this request is exact as soon as
     * they are quiet.
     */
    @Test
    void acceptedAndRefusedEventsAreCountedByCode() {
        Door.post(Door.ONE, Events.email("/m", "first"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            double accepted = Meters.value("sillage_ingestion_events_accepted_total");
            double refused = Meters.value("sillage_ingestion_events_refused_total{code=\"out-of-range\"}");
            double ofTenant = Meters.value("sillage_ingestion_tenant_events_accepted_total{tenant=\"local\"}");
            double requests = Meters.value("sillage_ingestion_request_seconds_count");

            Door.post(
                    Door.LINES,
                    Events.email("/m", "a") + "\n" + Events.email("/m", "b") + "\n"
                            + Events.email("/m", "c", "{\"bytes\":-1,\"x\":1}"));

            assertThat(Meters.value("sillage_ingestion_events_accepted_total")).isEqualTo(accepted + 2);
            assertThat(Meters.value("sillage_ingestion_tenant_events_accepted_total{tenant=\"local\"}"))
                    .isEqualTo(ofTenant + 2);
            assertThat(Meters.value("sillage_ingestion_events_refused_total{code=\"out-of-range\"}"))
                    .isEqualTo(refused + 1);
            assertThat(Meters.value("sillage_ingestion_request_seconds_count")).isEqualTo(requests + 1);
        });
    }

    @Test
    void nothingStaysInFlight() {
        Door.post(Door.ONE, Events.email("/m", "d"));
        // Of unknown length, so that it is charged for until it proves too large.
        Door.send(Door.request("/v1/events")
                .header("Content-Type", Door.LINES)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[17 * 1024 * 1024])))
                .build());

        // Requests of other tests may still end: their senders did not wait for the answer.
        Meters.nothingStaysInFlight();
    }
}
