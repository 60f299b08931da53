package dev.sillage.ingestion.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever begins a request and does not go on costs a connection for a bounded time. */
@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(SlowHeadTest.Impatient.class)
class SlowHeadTest {
    /** Short enough to wait for in a test. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "1s");
        }
    }

    @Test
    void aConnectionOnWhichNothingIsSentIsClosed() throws Exception {
        try (Wire wire = new Wire()) {
            assertThat(wire.receive()).isEmpty();
        }
    }

    @Test
    void aConnectionThatStopsWithinAHeadIsClosed() throws Exception {
        try (Wire wire = new Wire()) {
            wire.send("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Ty");

            assertThat(wire.receive()).isEmpty();
        }
    }
}
