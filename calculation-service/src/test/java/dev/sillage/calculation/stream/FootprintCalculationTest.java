package dev.sillage.calculation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.Topics;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.avoided.Avoidances;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.setup.DefaultMethodologies;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FootprintCalculationTest {
    private static final String SECRET = "my-secret-prompt";
    private static final String DATA =
            "{\"provider\": \"openai\", \"model\": \"gpt-4o\", \"inputTokens\": 900, \"outputTokens\": 400}";

    private static final FootprintCalculation CALCULATION = calculation();

    private static FootprintCalculation calculation() {
        FactorCatalogue factors = FactorCatalogue.load();
        DefaultMethodologies defaults = new DefaultMethodologies(Methodologies.of(factors), Map.of());
        Set<ActivityKind> kinds = new HashSet<>(defaults.kinds());
        kinds.add(ActivityKind.AVOIDANCE);
        return new FootprintCalculation(
                defaults, new ActivityReader(kinds), new OwnFactors(factors), new Avoidances(factors));
    }

    private static ProducerRecord<byte[], byte[]> llm(String data) {
        return Topics.activity("a", ActivityKind.LLM_INFERENCE, data);
    }

    private static ProducerRecord<byte[], byte[]> without(String header) {
        ProducerRecord<byte[], byte[]> record = llm(DATA);
        record.headers().remove(header);
        return record;
    }

    private static ProducerRecord<byte[], byte[]> with(String header, String value) {
        return Topics.header(llm(DATA), header, value);
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                3,
                42,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers().toArray()),
                java.util.Optional.empty());
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("unreadable-data", llm("{\"provider\": \"" + SECRET)),
                Arguments.of("unreadable-data", llm("")),
                Arguments.of("unreadable-data", llm(DATA + " " + SECRET)),
                Arguments.of("unreadable-data", llm("{\"provider\": " + "[".repeat(100_000))),
                Arguments.of("unreadable-data", Topics.activity("a", ActivityKind.LLM_INFERENCE.type(), null)),
                Arguments.of("unreadable-data", Topics.activity("a", ActivityKind.LLM_INFERENCE.type(), new byte[] {
                    '{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'
                })),
                Arguments.of("unknown-type", with("ce_type", "dev.sillage.activity.teleport.v1")),
                Arguments.of("missing-attribute", without("ce_type")),
                Arguments.of("missing-attribute", without("ce_tenant")),
                Arguments.of("missing-attribute", without("ce_source")),
                Arguments.of("missing-attribute", without("ce_id")),
                Arguments.of("missing-attribute", with("ce_id", "")),
                Arguments.of("missing-attribute", without("ce_time")),
                Arguments.of("missing-attribute", without("ce_acceptedat")),
                Arguments.of("invalid-value", with("ce_time", "yesterday " + SECRET)),
                Arguments.of("invalid-value", with("ce_time", "+12026-01-01T00:00:00Z")),
                Arguments.of("invalid-value", with("ce_id", "a\u001fb")),
                Arguments.of("invalid-value", llm("[]")),
                Arguments.of("invalid-value", llm("{\"" + SECRET + "\": \"" + SECRET + "\"}")),
                Arguments.of("invalid-value", llm(DATA.replace("400", "-1"))),
                Arguments.of("invalid-value", llm(DATA.replace("400", "1e999"))),
                Arguments.of("invalid-value", llm(DATA.replace("400", "\"" + SECRET + "\""))),
                Arguments.of("invalid-value", llm(DATA.replace("}", ", \"labels\": {\"" + SECRET + "!\": \"\"}}"))),
                Arguments.of("kind-not-computed", Topics.activity("a", ActivityKind.RETRACTION, "{}")),
                Arguments.of("kind-not-computed", Topics.activity("a", ActivityKind.CORRECTION, SECRET)),
                Arguments.of("kind-not-computed", Topics.activity("a", ActivityKind.RETRACTION, "{}")));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void aPoisonRecordBecomesADeadLetterWithItsReason(String reason, ProducerRecord<byte[], byte[]> sent) {
        ConsumerRecord<byte[], byte[]> activity = received(sent);

        Outcome outcome = CALCULATION.calculate(activity);

        assertThat(outcome).isInstanceOf(Outcome.DeadLettered.class);
        ProducerRecord<byte[], byte[]> dead = outcome.record();
        Map<String, String> headers = Topics.headers(dead.headers(), "");
        assertThat(dead.topic()).isEqualTo("sillage.calculations.dlq");
        assertThat(dead.key()).isEqualTo(activity.key());
        assertThat(dead.value()).isEqualTo(activity.value());
        assertThat(headers).containsAllEntriesOf(Topics.headers(activity.headers(), ""));
        assertThat(headers).containsEntry("sillage_reason", reason);
        assertThat(headers).containsEntry("sillage_origin", "sillage.activities/3/42");
        assertThat(headers.get("sillage_detail")).isNotBlank().doesNotContain(SECRET);
    }

    @Test
    void aFootprintBelongsToTheTraceOfItsActivity() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        ProducerRecord<byte[], byte[]> sent = llm(DATA);
        sent.headers().add("traceparent", trace.getBytes(UTF_8)).add("tracestate", "rojo=1".getBytes(UTF_8));

        Outcome outcome = CALCULATION.calculate(received(sent));

        assertThat(Topics.headers(outcome.record().headers(), "ce_"))
                .containsEntry("traceparent", trace)
                .containsEntry("tracestate", "rojo=1");
    }

    @Test
    void anHonestRecordBecomesAFootprint() {
        ConsumerRecord<byte[], byte[]> activity = received(llm(DATA));

        Outcome outcome = CALCULATION.calculate(activity);

        assertThat(outcome).isInstanceOf(Outcome.Computed.class);
        assertThat(new String(outcome.record().value(), UTF_8)).contains("\"labels\":{}");
    }

    @Test
    void aFootprintSaysWhatTheDoorHadToAssumeAndNothingThatASenderMadeUp() {
        ConsumerRecord<byte[], byte[]> activity =
                received(with("ce_warnings", "input-tokens-missing provider-unknown made-up \u0000"));

        Outcome outcome = CALCULATION.calculate(activity);

        assertThat(new String(outcome.record().value(), UTF_8))
                .contains("\"input-tokens-missing\"")
                .doesNotContain("provider-unknown", "made-up");
    }

    @Test
    void aFootprintCarriesTheSendersDataWithoutTheLabels() {
        ConsumerRecord<byte[], byte[]> activity = received(llm(DATA.replace("}", ", \"labels\": {\"team\": \"a\"}}")));

        Outcome outcome = CALCULATION.calculate(activity);

        assertThat(new String(outcome.record().value(), UTF_8))
                .contains("\"labels\":{\"team\":\"a\"}")
                .endsWith(",\"data\":" + DATA.replace(" ", "") + "}");
    }

    @Test
    void anActivityWithSmallFiguresHasDecimalLiteralsThatJsonReaders() {
        ConsumerRecord<byte[], byte[]> activity =
                received(llm(DATA.replace("400", "0").replace("900", "0")));

        Outcome outcome = CALCULATION.calculate(activity);

        assertThat(new String(outcome.record().value(), UTF_8)).containsPattern("\"central\":[0-9.]+(E-[0-9]+)?,");
    }

    @Test
    void anAvoidanceGoesToItsOwnTopicAndNeverToThatOfFootprints() {
        Outcome outcome = CALCULATION.calculate(received(avoidance("900", "Tachographs.")));

        assertThat(outcome).isInstanceOf(Outcome.Computed.class);
        assertThat(outcome.record().topic()).isEqualTo("sillage.avoidances");
        String value = new String(outcome.record().value(), UTF_8);
        assertThat(value).contains("\"lever\":\"logistics\"").doesNotContain("\"figures\"");
        assertThat(value).contains("\"central\":310").contains("\"first-order-unknown\"");
        assertThat(new String(outcome.record().headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("dev.sillage.avoidance.v1");
    }

    @Test
    void anAvoidanceThatAddedEmissionsIsPublishedBelowZero() {
        Outcome outcome = CALCULATION.calculate(received(avoidance("1100", "Tachographs.")));

        assertThat(new String(outcome.record().value(), UTF_8)).contains("\"central\":-310");
    }

    @Test
    void anAvoidanceWithoutEvidenceIsADeadLetter() {
        Outcome outcome = CALCULATION.calculate(received(avoidance("900", "n/a")));

        assertThat(outcome).isInstanceOf(Outcome.DeadLettered.class);
        assertThat(((Outcome.DeadLettered) outcome).detail()).startsWith("unsubstantiated: ");
    }

    private static ProducerRecord<byte[], byte[]> avoidance(String litres, String evidence) {
        return Topics.activity("avoided", ActivityKind.AVOIDANCE, """
                {"lever": "logistics", "referenceQuantity": 1000, "solutionQuantity": %s, "unit": "litre",
                 "reference": "The year before.", "evidence": "%s", "rebound": "None.", "tier": "1"}
                """.formatted(litres, evidence));
    }
}
