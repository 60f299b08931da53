package dev.sillage.benchmark.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Footprints of prompts as the calculation publishes them: all criteria, data, labels; about 1.2 kB each. */
public final class FootprintRecords implements AutoCloseable {
    private static final List<String> TEAMS = List.of("search", "sales", "legal", "support");
    private static final List<String> MODELS = List.of("gpt-4o", "gpt-4o-mini", "claude-opus-4", "mistral-large");
    private static final List<String> CRITERIA = List.of(
            "energy",
            "ghg-operational-location",
            "ghg-operational-market",
            "ghg-embodied",
            "water-on-site",
            "water-off-site",
            "primary-energy",
            "adpe");
    private static final int SECONDS_OF_HOURS = 7200;
    private static final String ZEROS = "0".repeat(12);

    private final Producer<byte[], byte[]> producer;
    private final int partitions;
    private long offset;

    /** Publishes to that broker. */
    public FootprintRecords(String kafka) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", "20", "batch.size", "131072"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        partitions = producer.partitionsFor("sillage.footprints").size();
    }

    /** Publishes the activities with these numbers; the same numbers are the same activities. */
    public void publish(long from, long to) {
        for (long number = from; number < to; number++) {
            publish(number);
        }
        producer.flush();
    }

    /** How many records there are on the topic by now. */
    public long published() {
        return offset;
    }

    /** Publishes one, without waiting for the broker. */
    void publish(long number) {
        String id = "r-" + number;
        byte[] key = ("benchmark\u001f/gateway\u001f" + id).getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("sillage.footprints", (int) (number % partitions), key, value(number, id));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id);
        header(record, "ce_source", "urn:sillage:calculation");
        header(record, "ce_type", "dev.sillage.footprint.v1");
        header(record, "ce_tenant", "local");
        header(record, "sillage_origin", "sillage.activities/" + number % partitions + "/" + offset++);
        var unused = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    /** Consecutive numbers are of the same hours, as a live stream is. */
    private static byte[] value(long number, String id) {
        Random random = new Random(number);
        Instant time = Instant.parse("2026-03-01T08:00:00Z").plusSeconds(number / 100 % SECONDS_OF_HOURS);
        StringBuilder json = new StringBuilder(1400)
                .append("{\"activity\":{\"tenant\":\"local\",\"source\":\"/gateway\",\"id\":\"")
                .append(id)
                .append("\"},\"kind\":\"llm-inference\",\"time\":\"")
                .append(time)
                .append("\",\"acceptedAt\":\"")
                .append(time.plusSeconds(1))
                .append("\",\"labels\":{\"team\":\"")
                .append(TEAMS.get(random.nextInt(TEAMS.size())))
                .append("\",\"project\":\"assistant\"},\"provider\":\"openai\",\"model\":\"")
                .append(MODELS.get(random.nextInt(MODELS.size())))
                .append("\",\"zone\":\"FRA\",\"figures\":{");
        for (int i = 0; i < CRITERIA.size(); i++) {
            long central = 1 + random.nextLong(10_000_000_000L);
            json.append(i == 0 ? "\"" : ",\"").append(CRITERIA.get(i)).append("\":{\"low\":");
            decimal(json, central / 2);
            decimal(json.append(",\"central\":"), central);
            decimal(json.append(",\"high\":"), central * 3);
            json.append('}');
        }
        return json.append(
                        "},\"methodology\":\"sillage-2026.1\",\"factorSet\":\"2026.1+0123456789ab\",\"tier\":\"class\",")
                .append("\"warnings\":[],\"data\":{\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":")
                .append(random.nextInt(4000))
                .append(",\"outputTokens\":")
                .append(random.nextInt(900))
                .append(",\"durationSeconds\":6.42}}")
                .toString()
                .getBytes(UTF_8);
    }

    private static void decimal(StringBuilder json, long picos) {
        String digits = Long.toString(picos);
        json.append("0.").append(ZEROS, 0, ZEROS.length() - digits.length()).append(digits);
    }
}
