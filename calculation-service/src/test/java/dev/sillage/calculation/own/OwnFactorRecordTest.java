package dev.sillage.calculation.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.own.OwnFactorRecord.Change;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFactorRecordTest {
    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    }

    private static OwnFactor factor() {
        Instant ten = Instant.parse("2026-11-23T10:00:00Z");
        return new OwnFactor(
                "grid.ghg.location", "FRA", "gCO2e/kWh", 0.1, 0.30000000000000004, 0.5, ten, null, "réseau");
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Change change = new Change("acme", factor().id(), factor());
        Change deletion = new Change("acme", factor().id(), null);

        assertThat(OwnFactorRecord.read(received(OwnFactorRecord.of(change)))).isEqualTo(change);
        assertThat(OwnFactorRecord.read(received(OwnFactorRecord.of(deletion)))).isEqualTo(deletion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "acme | {}",
                "a~k~~sometimes~ | {}",
                "a~k~~timed~yesterday | {}",
                "a~k~~always~ | {\"unit\": \"1\", \"low\": 2, \"central\": 1, \"high\": 3, \"source\": \"x\"}",
                "a~k~~always~ | {\"unit\": \"1\", \"central\": 1, \"high\": 3, \"source\": \"x\"}",
                "a~k~~always~ | {"
            })
    void aRecordThatIsNotOursIsRefused(String key, String value) {
        byte[] bytes = key.strip().replace('~', '\u001f').getBytes(UTF_8);

        assertThatThrownBy(() -> OwnFactorRecord.read(new ConsumerRecord<>("t", 0, 0, bytes, value.getBytes(UTF_8))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRecordThatIsNotOursCostsOnlyItself() {
        OwnFactors factors = new OwnFactors(FactorCatalogue.load());
        OwnFactorReading reading = new OwnFactorReading(factors);

        reading.apply(new ConsumerRecord<>("t", 0, 0, null, null));
        reading.apply(received(OwnFactorRecord.of(new Change("acme", factor().id(), factor()))));
        reading.show(true);

        assertThat(factors.factorsOf("acme").all()).containsExactly(factor());
        assertThat(factors.factorsOf("other").all()).isEmpty();
    }

    @Test
    void halfAStateIsNotShown() {
        OwnFactors factors = new OwnFactors(FactorCatalogue.load());
        OwnFactorReading reading = new OwnFactorReading(factors);

        reading.apply(received(OwnFactorRecord.of(new Change("acme", factor().id(), factor()))));
        reading.show(false);

        assertThat(factors.isWhole()).isFalse();
        assertThat(factors.factorsOf("acme").all()).isEmpty();
    }
}
