package dev.sillage.reporting.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class DeadLetterConsumerTest {
    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void aDeadLetterOfTheCalculationIsKeptOncePerOriginWithoutItsContent() {
        ProducerRecord<byte[], byte[]> letter = letter(Map.of(
                FootprintTopic.HEADER_TENANT, "local",
                FootprintTopic.HEADER_REASON, "kind-not-computed",
                FootprintTopic.HEADER_DETAIL, "There is\u0000no method for this kind.",
                FootprintTopic.HEADER_TIME, "2026-05-01T10:00:00Z",
                FootprintTopic.HEADER_ORIGIN, "sillage.activities/3/777000"));
        try (Log log = new Log(servers, database)) {
            log.publish(letter);
            log.publish(letter);
            log.awaitTaken(FootprintTopic.DEAD_LETTERS);
        }

        Tables tables = new Tables(database);
        assertThat(tables.number("SELECT count(*) FROM dead_letter WHERE origin_offset = 777000"))
                .isOne();
        assertThat(tables.text("SELECT tenant || '|' || reason || '|' || detail || '|' || stage FROM dead_letter"
                        + " WHERE origin_offset = 777000"))
                .isEqualTo("local|kind-not-computed|There is\uFFFDno method for this kind.|calculation");
    }

    @Test
    void aDeadLetterWithoutHeadersIsItsOwnOriginAndBelongsToTheTenantOfItsKey() {
        try (Log log = new Log(servers, database)) {
            log.publish(letter(Map.of()));
            log.awaitTaken(FootprintTopic.DEAD_LETTERS);
        }

        assertThat(new Tables(database)
                        .text("SELECT tenant || '|' || reason FROM dead_letter"
                                + " WHERE origin_topic = 'sillage.calculations.dlq'"))
                .isEqualTo("tenant-of-key|unspecified");
    }

    private static ProducerRecord<byte[], byte[]> letter(Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                FootprintTopic.DEAD_LETTERS,
                "tenant-of-key\u001fs\u001fi".getBytes(StandardCharsets.UTF_8),
                "{\"secret\":1}".getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
