package dev.sillage.calculation.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.footprint.OwnFactorTopic;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An own factor as a record of the compacted topic. The key has five parts, joined by the unit separator that no part
 * may hold: tenant, factor key, zone or nothing, {@code always} or {@code timed}, begin or nothing.
 */
final class OwnFactorRecord {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEPARATOR = "\u001f";
    private static final int PARTS = 5;
    private static final String ALWAYS = "always";
    private static final String TIMED = "timed";

    /**
     * What a record says.
     *
     * @param tenant whose factor it is
     * @param id which factor
     * @param factor its new contents, null when it was deleted
     */
    record Change(String tenant, OwnFactor.Id id, @Nullable OwnFactor factor) {}

    private OwnFactorRecord() {}

    static ProducerRecord<byte[], byte[]> of(Change change) {
        OwnFactor factor = change.factor();
        return new ProducerRecord<>(OwnFactorTopic.NAME, key(change), factor == null ? null : value(factor));
    }

    private static byte[] key(Change change) {
        OwnFactor.Id id = change.id();
        String zone = id.slot().zone();
        Instant from = id.from();
        return String.join(
                        SEPARATOR,
                        change.tenant(),
                        id.slot().key(),
                        zone == null ? "" : zone,
                        id.timed() ? TIMED : ALWAYS,
                        from == null ? "" : from.toString())
                .getBytes(UTF_8);
    }

    private static byte[] value(OwnFactor factor) {
        ObjectNode json = JSON.createObjectNode()
                .put("unit", factor.unit())
                .put("low", factor.low())
                .put("central", factor.central())
                .put("high", factor.high())
                .put("source", factor.source());
        Instant to = factor.to();
        if (to != null) {
            json.put("to", to.toString());
        }
        return json.toString().getBytes(UTF_8);
    }

    /**
     * Reads a record.
     *
     * @throws IOException when it is none of ours
     */
    static Change read(ConsumerRecord<byte[], byte[]> record) throws IOException {
        byte[] key = record.key();
        String[] parts = key == null ? new String[0] : new String(key, UTF_8).split(SEPARATOR, -1);
        if (parts.length != PARTS || !(parts[3].equals(ALWAYS) || parts[3].equals(TIMED))) {
            throw new IOException("the key is not of five parts");
        }
        try {
            Instant from = parts[4].isEmpty() ? null : Instant.parse(parts[4]);
            OwnFactor.Slot slot = new OwnFactor.Slot(parts[1], parts[2].isEmpty() ? null : parts[2]);
            OwnFactor.Id id = new OwnFactor.Id(slot, parts[3].equals(TIMED), from);
            return new Change(parts[0], id, record.value() == null ? null : factor(id, JSON.readTree(record.value())));
        } catch (DateTimeException e) {
            throw new IOException("a time is not RFC 3339", e);
        }
    }

    private static OwnFactor factor(OwnFactor.Id id, JsonNode json) throws IOException {
        double low = json.path("low").asDouble(Double.NaN);
        double central = json.path("central").asDouble(Double.NaN);
        double high = json.path("high").asDouble(Double.NaN);
        if (!(low <= central && central <= high && Double.isFinite(high - low))
                || !json.path("unit").isTextual()
                || !json.path("source").isTextual()) {
            throw new IOException("the value is not a factor");
        }
        Instant to = json.has("to") ? Instant.parse(json.path("to").asText()) : null;
        return new OwnFactor(
                id.slot().key(),
                id.slot().zone(),
                json.path("unit").asText(),
                low,
                central,
                high,
                id.from(),
                to,
                json.path("source").asText());
    }
}
