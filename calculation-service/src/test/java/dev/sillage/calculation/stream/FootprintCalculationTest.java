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
import dev.sillage.calculation.result.AvoidanceEvents;
import dev.sillage.calculation.result.Footprints;
import dev.sillage.calculation.result.Reading;
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
        kinds.addAll(Set.of(ActivityKind.AVOIDANCE, ActivityKind.RETRACTION));
        OwnFactors own = new OwnFactors(factors);
        Reading reading = new Reading(new ActivityReader(kinds));
        return new FootprintCalculation(
                new Footprints(defaults, reading, own, factors),
                new AvoidanceEvents(new Avoidances(factors), reading, own),
                reading,
                own);
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
                Arguments.of("invalid-value", Topics.activity("r", ActivityKind.RETRACTION, "{}")),
                Arguments.of("invalid-value", retraction("r", "r")),
                Arguments.of("invalid-value", retraction("r", "a\\u001fb")),
                Arguments.of("unreadable-data", Topics.activity("c", ActivityKind.CORRECTION, SECRET)),
                Arguments.of("unreadable-data", Topics.activity("c", ActivityKind.CORRECTION.type(), null)),
                Arguments.of("invalid-value", Topics.activity("c", ActivityKind.CORRECTION, "[]")),
                Arguments.of("invalid-value", correction("c", "llm-inference", DATA, "")),
                Arguments.of("invalid-value", correction("a", "llm-inference", "[]", "")),
                Arguments.of("invalid-value", correction("a", "llm-inference", DATA.replace("400", "-1"), "")),
                Arguments.of("invalid-value", correction("a", "retraction", DATA, "")),
                Arguments.of("invalid-value", correction("a", SECRET, DATA, "")),
                Arguments.of("invalid-value", correction("a", "llm-inference", DATA, ", \"" + SECRET + "\": 1")),
                Arguments.of("invalid-value", correction("a", "llm-inference", DATA, ", \"replacement\": {}")),
                Arguments.of(
                        "invalid-value",
                        correction("a", "llm-inference", DATA.replace("}", ", \"labels\": {\"team\": \"b\"}}"), "")),
                Arguments.of("kind-not-computed", correction("a", "avoidance", "{}", "")));
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
    void aCorrectionIsWhatItsReplacementWouldBeUnderTheKeyOfTheEventThatItMeans() throws Exception {
        ProducerRecord<byte[], byte[]> right = llm(DATA.replace("}", ", \"labels\": {\"team\": \"b\"}}"));
        right.headers().add("ce_subject", "someone".getBytes(UTF_8));
        ProducerRecord<byte[], byte[]> correction =
                correction("a", "llm-inference", DATA, ", \"labels\": {\"team\": \"b\"}");
        correction.headers().add("ce_subject", "someone".getBytes(UTF_8));

        Outcome outcome = CALCULATION.calculate(received(correction));

        ProducerRecord<byte[], byte[]> expected =
                CALCULATION.calculate(received(right)).record();
        ProducerRecord<byte[], byte[]> record = outcome.record();
        assertThat(outcome).isInstanceOf(Outcome.Computed.class);
        assertThat(record.topic()).isEqualTo("sillage.footprints");
        assertThat(record.key()).isEqualTo(expected.key());
        assertThat(new String(expected.value(), UTF_8)).contains("\"subject\":\"someone\"");
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo(new String(expected.value(), UTF_8)
                        .replaceAll("}$", ",\"amendment\":{\"source\":\"urn:test\",\"id\":\"c\"}}"));
        assertThat(Topics.headers(record.headers(), "ce_id"))
                .containsEntry("ce_type", "dev.sillage.footprint.correction.v1")
                .containsEntry("sillage_origin", "sillage.activities/3/42");
        assertThat(record.headers().lastHeader("ce_id").value())
                .isNotEqualTo(expected.headers().lastHeader("ce_id").value());
    }

    @Test
    void theKindOfACorrectionMayStandBehindItsReplacement() {
        ProducerRecord<byte[], byte[]> correction = Topics.activity(
                "c",
                ActivityKind.CORRECTION,
                "{\"labels\": null, \"replacement\": " + DATA
                        + ", \"correctedKind\": \"llm-inference\", \"correctedId\": \"é\", \"correctedSource\": \"/s\"}");

        Outcome outcome = CALCULATION.calculate(received(correction));

        assertThat(new String(outcome.record().key(), UTF_8)).isEqualTo("acme\u001f/s\u001fé");
        assertThat(new String(outcome.record().value(), UTF_8))
                .contains("\"data\":" + DATA.replace(" ", ""))
                .endsWith("}");
    }

    @Test
    void aRetractionIsPassedOnUnderTheKeyOfTheEventThatItMeans() {
        Outcome outcome = CALCULATION.calculate(received(retraction("r", "a")));

        ProducerRecord<byte[], byte[]> record = outcome.record();
        assertThat(outcome).isInstanceOf(Outcome.Retracted.class);
        assertThat(record.topic()).isEqualTo("sillage.footprints");
        assertThat(new String(record.key(), UTF_8)).isEqualTo("acme\u001furn:test\u001fa");
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo("{\"activity\":{\"tenant\":\"acme\",\"source\":\"urn:test\",\"id\":\"a\"},"
                        + "\"time\":\"2026-11-23T10:15:30Z\",\"acceptedAt\":\"2026-11-23T10:15:31.250Z\","
                        + "\"amendment\":{\"source\":\"urn:test\",\"id\":\"r\"}}");
        assertThat(Topics.headers(record.headers(), ""))
                .containsEntry("ce_type", "dev.sillage.footprint.retraction.v1")
                .containsEntry("ce_tenant", "acme")
                .containsEntry("sillage_origin", "sillage.activities/3/42");
    }

    @Test
    void aCorrectionOfAnAvoidanceIsToldApart() {
        Outcome outcome = CALCULATION.calculate(received(correction("a", "avoidance", "{}", "")));

        assertThat(((Outcome.DeadLettered) outcome).detail()).startsWith("an avoidance cannot be corrected");
    }

    private static ProducerRecord<byte[], byte[]> retraction(String id, String meant) {
        return Topics.activity(
                id, ActivityKind.RETRACTION, "{\"retractedSource\": \"urn:test\", \"retractedId\": \"" + meant + "\"}");
    }

    private static ProducerRecord<byte[], byte[]> correction(
            String meant, String kind, String replacement, String more) {
        return Topics.activity(
                "c",
                ActivityKind.CORRECTION,
                "{\"correctedSource\": \"urn:test\", \"correctedId\": \"" + meant + "\", \"correctedKind\": \"" + kind
                        + "\", \"replacement\": " + replacement + more + "}");
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
    void aFootprintSaysInWhichRegionOfACloudTheActivityRan() {
        ConsumerRecord<byte[], byte[]> activity = received(Topics.activity(
                "a", ActivityKind.COMPUTE, "{\"provider\": \"aws\", \"region\": \"EU-west-3\", \"vcpuHours\": 1}"));

        Outcome outcome = CALCULATION.calculate(activity);

        assertThat(new String(outcome.record().value(), UTF_8))
                .contains("\"zone\":\"FRA\",\"region\":\"eu-west-3\",\"figures\"");
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
