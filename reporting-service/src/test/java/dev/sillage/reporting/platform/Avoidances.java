package dev.sillage.reporting.platform;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Avoidances as the calculation publishes them. */
public final class Avoidances {
    public static final String SOURCE = "urn:test:avoided";

    private Avoidances() {}

    /** The record of an avoidance whose low is half of central and whose high is twice, or the other way below zero. */
    public static ProducerRecord<byte[], byte[]> record(
            String tenant, String id, Instant time, String lever, String tier, String central, String origin) {
        ActivityReference activity = new ActivityReference(tenant, SOURCE, id);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                AvoidanceTopic.NAME,
                activity.key().getBytes(StandardCharsets.UTF_8),
                json(tenant, id, time, lever, tier, central).getBytes(StandardCharsets.UTF_8));
        Map.of(
                        FootprintTopic.HEADER_TYPE, AvoidanceTopic.TYPE,
                        FootprintTopic.HEADER_TENANT, tenant,
                        FootprintTopic.HEADER_ORIGIN, origin)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static String json(String tenant, String id, Instant time, String lever, String tier, String central) {
        String figure = central.startsWith("-")
                ? "{\"low\":" + central + "5,\"central\":" + central + ",\"high\":" + central + "}"
                : "{\"low\":" + central + ",\"central\":" + central + ",\"high\":" + central + "5}";
        return "{\"activity\":{\"tenant\":\"" + tenant + "\",\"source\":\"" + SOURCE + "\",\"id\":\"" + id
                + "\"},\"time\":\"" + time + "\",\"acceptedAt\":\"" + time
                + "\",\"labels\":{\"team\":\"a\"},\"lever\":\""
                + lever + "\",\"avoidedKgCo2e\":" + figure + ",\"secondOrderKgCo2e\":" + figure
                + ",\"reference\":\"last year\",\"evidence\":\"meter\",\"reboundStatement\":\"none known\",\"tier\":\""
                + tier + "\",\"publicUse\":" + !tier.equals("3") + ",\"methodology\":\"sillage-2026.1\","
                + "\"factorSet\":\"2026.1+ab\",\"warnings\":[\"first-order-unknown\"],\"data\":{\"lever\":\"" + lever
                + "\",\"referenceQuantity\":1.50}}";
    }
}
