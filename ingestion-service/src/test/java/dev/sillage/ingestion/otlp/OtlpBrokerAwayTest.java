package dev.sillage.ingestion.otlp;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.UnknownFieldSet;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
class OtlpBrokerAwayTest {
    private static final String PROTOBUF = Encoding.PROTOBUF_MEDIA_TYPE;

    Broker broker;

    private final String trace = Payloads.newTraceId();
    private final String call =
            Payloads.request(Payloads.span(trace, 1, "gen_ai.operation.name", "chat", "gen_ai.usage.output_tokens", 5));

    @BeforeEach
    @AfterEach
    void theBrokerIsThere() {
        if (!broker.isThere()) {
            broker.comeBack();
        }
        await().atMost(ofSeconds(30))
                .until(() -> Door.send(Door.request("/q/health/ready").build()).status() == 200);
    }

    @Test
    void theClientIsToldToRepeatAndWhatItRepeatsIsStored() throws IOException {
        broker.goAway();

        Answer json = Payloads.postJson("/v1/traces", call);
        Answer protobuf = Payloads.post("/v1/traces", PROTOBUF, Payloads.toProtobuf(call));

        assertThat(json.status()).isEqualTo(503);
        assertThat(json.header("Retry-After")).isEqualTo("1");
        assertThat(json.json().get("code").asInt()).isEqualTo(14);
        assertThat(protobuf.status()).isEqualTo(503);
        assertThat(protobuf.header("Retry-After")).isEqualTo("1");
        assertThat(protobuf.header("Content-Type")).isEqualTo(PROTOBUF);
        assertThat(UnknownFieldSet.parseFrom(protobuf.response().body())
                        .getField(1)
                        .getVarintList())
                .containsExactly(14L);

        broker.comeBack();
        await().atMost(ofSeconds(30))
                .until(() -> Payloads.postJson("/v1/traces", call).status() == 200);
        assertThat(StoredActivities.all())
                .anyMatch(record -> StoredActivities.header(record, "ce_id").contains(trace));
    }

    @Test
    void whatNeedsNoBrokerIsAnsweredWithoutOne() {
        broker.goAway();

        assertThat(Payloads.postJson("/v1/traces", "{}").status()).isEqualTo(200);
        assertThat(Payloads.postJson("/v1/traces", "{").status()).isEqualTo(400);
        assertThat(Payloads.postJson("/v1/logs", "{}").status()).isEqualTo(200);
    }
}
