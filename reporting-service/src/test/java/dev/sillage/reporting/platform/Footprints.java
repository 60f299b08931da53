package dev.sillage.reporting.platform;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Footprints as the calculation publishes them. */
public final class Footprints {
    public static final String TENANT = "local";

    private static final AtomicLong NEXT_ORIGIN = new AtomicLong();

    private Footprints() {}

    /** A footprint of one LLM prompt in which only energy and location-based emissions are known. */
    public static FootprintEvent prompt(String id, Instant time, String project) {
        return of(
                project,
                id,
                time,
                Map.of("team", "search", "project", project),
                Map.of(
                        Criterion.ENERGY, Figure.rounded(0.0011, 0.0023, 0.0047),
                        Criterion.GHG_OPERATIONAL_LOCATION, Figure.rounded(0.00011, 0.00023, 0.00047)));
    }

    /** A footprint with the source {@code urn:test:<test>}, so that each test finds its own. */
    public static FootprintEvent of(
            String test, String id, Instant time, Map<String, String> labels, Map<Criterion, Figure> figures) {
        return new FootprintEvent(
                new ActivityReference(TENANT, "urn:test:" + test, id),
                "llm-inference",
                time,
                time.plusSeconds(1),
                null,
                labels,
                "anthropic",
                "claude-opus-4",
                "FRA",
                figures,
                "sillage-2026.1",
                "2026.1+0123456789ab",
                Tier.CLASS,
                List.of("model-unknown"),
                null,
                null);
    }

    /** The same footprint with other warnings, what was delivered, and the activity's data. */
    public static FootprintEvent with(
            FootprintEvent plain,
            List<String> warnings,
            @Nullable FunctionalUnit functionalUnit,
            @Nullable String data) {
        return new FootprintEvent(
                plain.activity(),
                plain.kind(),
                plain.time(),
                plain.acceptedAt(),
                plain.subject(),
                plain.labels(),
                plain.provider(),
                plain.model(),
                plain.zone(),
                plain.region(),
                plain.figures(),
                plain.methodology(),
                plain.factorSet(),
                plain.tier(),
                warnings,
                functionalUnit,
                data);
    }

    /** The same footprint of another tenant and source. */
    public static FootprintEvent ofTenant(String tenant, String source, FootprintEvent plain) {
        return new FootprintEvent(
                new ActivityReference(tenant, source, plain.activity().id()),
                plain.kind(),
                plain.time(),
                plain.acceptedAt(),
                plain.subject(),
                plain.labels(),
                plain.provider(),
                plain.model(),
                plain.zone(),
                plain.region(),
                plain.figures(),
                plain.methodology(),
                plain.factorSet(),
                plain.tier(),
                plain.warnings(),
                plain.functionalUnit(),
                plain.data());
    }

    /** The same footprint of an activity that ran in that region. */
    public static FootprintEvent inRegion(String region, FootprintEvent plain) {
        return with(plain.kind(), region, plain);
    }

    /** The same footprint of an activity of that kind. */
    public static FootprintEvent ofKind(String kind, FootprintEvent plain) {
        return with(kind, plain.region(), plain);
    }

    private static FootprintEvent with(String kind, @Nullable String region, FootprintEvent plain) {
        return new FootprintEvent(
                plain.activity(),
                kind,
                plain.time(),
                plain.acceptedAt(),
                plain.subject(),
                plain.labels(),
                plain.provider(),
                plain.model(),
                plain.zone(),
                region,
                plain.figures(),
                plain.methodology(),
                plain.factorSet(),
                plain.tier(),
                plain.warnings(),
                plain.functionalUnit(),
                plain.data());
    }

    /** The partition of an activity, the same on every topic. */
    public static int partition(ActivityReference activity) {
        return Utils.toPositive(Utils.murmur2(activity.key().getBytes(StandardCharsets.UTF_8))) % Platform.PARTITIONS;
    }

    /** The record of a footprint of an activity that was accepted after all others. */
    public static ProducerRecord<byte[], byte[]> record(FootprintEvent footprint) {
        return record(footprint, NEXT_ORIGIN.getAndIncrement());
    }

    /** The record of a footprint whose activity stands at that offset of its partition. */
    public static ProducerRecord<byte[], byte[]> record(FootprintEvent footprint, long originOffset) {
        return record(footprint, "sillage.activities/" + partition(footprint.activity()) + "/" + originOffset);
    }

    /** The record of a correction: that footprint takes the place of what was known of its activity. */
    public static ProducerRecord<byte[], byte[]> correction(FootprintEvent footprint, String id, Instant acceptedAt) {
        String json =
                json(footprint).replace("\"acceptedAt\":\"" + footprint.acceptedAt(), "\"acceptedAt\":\"" + acceptedAt);
        return amendment(
                FootprintTopic.TYPE_CORRECTION,
                footprint.activity(),
                json.substring(0, json.length() - 1) + ",\"amendment\":{\"source\":\"urn:test:amendments\",\"id\":\""
                        + footprint.activity().source() + id + "\"}}");
    }

    /** The record of a retraction. */
    public static ProducerRecord<byte[], byte[]> retraction(ActivityReference activity, String id, Instant acceptedAt) {
        return amendment(
                FootprintTopic.TYPE_RETRACTION,
                activity,
                "{\"activity\":{\"tenant\":\"" + activity.tenant() + "\",\"source\":\"" + activity.source()
                        + "\",\"id\":\"" + activity.id() + "\"},\"time\":\"" + acceptedAt + "\",\"acceptedAt\":\""
                        + acceptedAt + "\",\"amendment\":{\"source\":\"urn:test:amendments\",\"id\":\""
                        + activity.source() + id + "\"}}");
    }

    private static ProducerRecord<byte[], byte[]> amendment(String type, ActivityReference activity, String json) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                FootprintTopic.NAME,
                activity.key().getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8));
        String origin = "sillage.activities/" + partition(activity) + "/" + NEXT_ORIGIN.getAndIncrement();
        Map.of(
                        FootprintTopic.HEADER_TYPE, type,
                        FootprintTopic.HEADER_TENANT, activity.tenant(),
                        FootprintTopic.HEADER_ORIGIN, origin)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    public static ProducerRecord<byte[], byte[]> record(FootprintEvent footprint, String origin) {
        ActivityReference activity = footprint.activity();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                FootprintTopic.NAME,
                activity.key().getBytes(StandardCharsets.UTF_8),
                json(footprint).getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(FootprintTopic.HEADER_SPEC_VERSION, FootprintTopic.SPEC_VERSION);
        headers.put(FootprintTopic.HEADER_ID, footprint.id());
        headers.put(FootprintTopic.HEADER_SOURCE, FootprintTopic.SOURCE);
        headers.put(FootprintTopic.HEADER_TYPE, FootprintTopic.TYPE);
        headers.put(FootprintTopic.HEADER_TIME, footprint.time().toString());
        headers.put(FootprintTopic.HEADER_TENANT, activity.tenant());
        headers.put(FootprintTopic.HEADER_ORIGIN, origin);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    public static String json(FootprintEvent footprint) {
        String labels = footprint.labels().entrySet().stream()
                .map(label -> "\"" + label.getKey() + "\":\"" + label.getValue() + "\"")
                .collect(Collectors.joining(","));
        String figures = footprint.figures().entrySet().stream()
                .map(figure -> "\"" + figure.getKey().wireName() + "\":{\"low\":"
                        + figure.getValue().low() + ",\"central\":"
                        + figure.getValue().central() + ",\"high\":"
                        + figure.getValue().high() + "}")
                .collect(Collectors.joining(","));
        String warnings = footprint.warnings().stream()
                .map(warning -> "\"" + warning + "\"")
                .collect(Collectors.joining(","));
        return "{\"activity\":{\"tenant\":\"" + footprint.activity().tenant() + "\",\"source\":\""
                + footprint.activity().source() + "\",\"id\":\""
                + footprint.activity().id() + "\"},\"kind\":\"" + footprint.kind() + "\",\"time\":\""
                + footprint.time() + "\",\"acceptedAt\":\"" + footprint.acceptedAt() + "\""
                + (footprint.subject() == null ? "" : ",\"subject\":\"" + footprint.subject() + "\"")
                + ",\"labels\":{" + labels
                + "},\"provider\":\"" + footprint.provider() + "\",\"model\":\"" + footprint.model()
                + "\",\"zone\":\"" + footprint.zone() + "\""
                + (footprint.region() == null ? "" : ",\"region\":\"" + footprint.region() + "\"")
                + ",\"figures\":{" + figures + "},\"methodology\":\""
                + footprint.methodology() + "\",\"factorSet\":\"" + footprint.factorSet() + "\",\"tier\":\""
                + footprint.tier().wireName() + "\",\"warnings\":[" + warnings + "]"
                + functionalUnit(footprint) + (footprint.data() == null ? "" : ",\"data\":" + footprint.data()) + "}";
    }

    private static String functionalUnit(FootprintEvent footprint) {
        return footprint.functionalUnit() == null
                ? ""
                : ",\"functionalUnit\":{\"unit\":\""
                        + footprint.functionalUnit().unit() + "\",\"quantity\":"
                        + footprint.functionalUnit().quantity() + "}";
    }

    /** Where the activity of a record came from, as its header says. */
    public static String originOf(ProducerRecord<byte[], byte[]> record) {
        return new String(
                record.headers().lastHeader(FootprintTopic.HEADER_ORIGIN).value(), StandardCharsets.UTF_8);
    }
}
