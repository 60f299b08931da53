package dev.sillage.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.intake.DeadLetter;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.label.GroupableLabels;
import dev.sillage.reporting.platform.Footprints;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootprintReadingTest {
    private static final FootprintEvent FOOTPRINT =
            Footprints.prompt("a", Instant.parse("2026-03-01T12:00:59.9999999Z"), "reading");

    @Test
    void aFootprintIsReadWithAllThatIsStored() {
        Received received = read(Footprints.json(FOOTPRINT));

        assertThat(received).isInstanceOf(ReceivedFootprint.class);
        ReceivedFootprint footprint = (ReceivedFootprint) received;
        assertThat(footprint.activity()).isEqualTo(FOOTPRINT.activity().digest());
        assertThat(footprint.footprintId()).hasToString(FOOTPRINT.id());
        assertThat(footprint.dimensions().team()).isEqualTo("search");
        assertThat(footprint.dimensions().environment()).isEmpty();
        assertThat(footprint.dimensions().warnings()).isEqualTo("model-unknown");
        assertThat(footprint.bounds().at(1)).isEqualByComparingTo("0.0023");
        assertThat(footprint.bounds().at(23)).isNull();
    }

    @Test
    void whatWasDeliveredAndTheInputsAreReadByteForByte() {
        String data = "{\"provider\":\"acme\",\"model\":\"é-1\",\"inputTokens\":1.50,\"nested\":{\"model\":\"x\"}}";
        FootprintEvent event =
                Footprints.with(FOOTPRINT, FOOTPRINT.warnings(), FunctionalUnit.rounded("request", 3), data);

        ReceivedFootprint footprint = (ReceivedFootprint) read(Footprints.json(event));

        assertThat(footprint.functionalUnit()).isEqualTo(event.functionalUnit());
        assertThat(footprint.dimensions().functionalUnit()).isEqualTo("request");
        assertThat(footprint.inputs()).isNotNull();
        assertThat(footprint.inputs().json()).isEqualTo(data);
        assertThat(footprint.inputs().model()).isEqualTo("é-1");
        assertThat(footprint.inputs().inputTokens()).isEqualByComparingTo("1.5");
    }

    @Test
    void theRegionIsReadWhenTheFootprintHasOne() {
        assertThat(dimensions(Footprints.json(FOOTPRINT), GroupableLabels.NONE).region())
                .isEmpty();
        assertThat(dimensions(Footprints.json(Footprints.inRegion("eu-west-3", FOOTPRINT)), GroupableLabels.NONE)
                        .region())
                .isEqualTo("eu-west-3");
    }

    @Test
    void ofTheLabelsThoseThatWereNamedAreDimensionsInWhateverOrderTheyCome() {
        GroupableLabels groupable = new GroupableLabels(List.of("customer", "cost-center"));
        String json = Footprints.json(FOOTPRINT);

        Dimensions one = dimensions(
                json.replace("\"labels\":{", "\"labels\":{\"customer\":\"b\",\"x\":\"y\",\"cost-center\":\"a\","),
                groupable);
        Dimensions other = dimensions(
                json.replace("\"labels\":{", "\"labels\":{\"cost-center\":\"a\",\"customer\":\"b\","), groupable);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.labels()).containsExactly(Map.entry("cost-center", "a"), Map.entry("customer", "b"));
        assertThat(one.digest()).isEqualTo(other.digest());
        assertThat(dimensions(json, groupable)).isEqualTo(dimensions(json, GroupableLabels.NONE));
    }

    private static Dimensions dimensions(String json, GroupableLabels groupable) {
        return ((ReceivedFootprint) read(json, groupable)).dimensions();
    }

    @Test
    void theSubjectIsReadWhenThereIsOne() {
        String json = Footprints.json(FOOTPRINT).replaceFirst("}$", ",\"subject\":\"user-4711\"}");

        assertThat(((ReceivedFootprint) read(json)).subject()).isEqualTo("user-4711");
        assertThat(((ReceivedFootprint) read(Footprints.json(FOOTPRINT))).subject())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unit\":\"request\"}",
                "{\"unit\":\"request\",\"quantity\":0}",
                "{\"unit\":\"request\",\"quantity\":-1}",
                "{\"unit\":\"request\",\"quantity\":1,\"quantity\":2}",
                "{\"unit\":\"request\",\"quantity\":1E+1000000000}",
                "{\"unit\":\"Request!\",\"quantity\":1}",
                "{\"unit\":[[1]],\"quantity\":{}}"
            })
    void aUnitThatMakesNoSenseCostsTheUnitAndNotTheFootprint(String unit) {
        String json = Footprints.json(FOOTPRINT).replaceFirst("}$", ",\"functionalUnit\":" + unit + "}");

        ReceivedFootprint footprint = (ReceivedFootprint) read(json);

        assertThat(footprint.functionalUnit()).isNull();
        assertThat(footprint.dimensions().warnings()).contains("functional-unit-not-stored");
    }

    @Test
    void inputsThatAreTooLargeAreNotKeptAndItSaysSo() {
        String member = "\"m\":\"" + "x".repeat(5000) + "\"";
        String json = Footprints.json(FOOTPRINT)
                .replaceFirst("}$", ",\"data\":{" + member + "," + member.replace("m", "n") + "}}");

        ReceivedFootprint footprint = (ReceivedFootprint) read(json);

        assertThat(footprint.inputs()).isNull();
        assertThat(footprint.dimensions().warnings()).contains("inputs-not-kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000000", "-5", "\"many\"", "null", "[1]", "123456789012345678901234567890"})
    void anAbsurdCountOfTokensIsNone(String tokens) {
        String json = Footprints.json(FOOTPRINT)
                .replaceFirst("}$", ",\"data\":{\"inputTokens\":" + tokens + ",\"model\":7}}");

        ReceivedFootprint footprint = (ReceivedFootprint) read(json);

        assertThat(footprint.inputs().inputTokens()).isZero();
        assertThat(footprint.inputs().model()).isEmpty();
    }

    @Test
    void aTimeIsCutToMicrosecondsSoThatItStaysInItsMinute() {
        ReceivedFootprint footprint = (ReceivedFootprint) read(Footprints.json(FOOTPRINT));

        assertThat(footprint.occurredAt()).isEqualTo(Instant.parse("2026-03-01T12:00:59.999999Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"llm-inference\",|| missing-member",
                "\"time\":\"2026-03-01T12:00:59.999999900Z\"| \"time\":\"yesterday\"| bad-time",
                "\"time\":\"2026-03-01T12:00:59.999999900Z\"| \"time\":\"+12026-03-01T12:00:59Z\"| bad-time",
                "\"tier\":\"class\"| \"tier\":\"guess\"| bad-tier",
                "\"tenant\":\"local\"| \"tenant\":\"other\"| tenant-mismatch",
                "\"low\":0.00110000000000| \"low\":5| bad-figure",
                "\"low\":0.00110000000000| \"low\":-1| bad-figure",
                "\"low\":0.00110000000000| \"low\":\"1\"| bad-figure",
                "\"low\":0.00110000000000,|| bad-figure",
                "\"high\":0.00470000000000| \"high\":1E+1000000000| bad-figure",
                "\"energy\"| \"energy\":{\"low\":0},\"energy\"| bad-figure",
                "\"kind\"| \"kind\":\"x\",\"kind\"| repeated-member",
                "\"labels\"| \"labels\":{},\"labels\"| repeated-member",
                "\"labels\":{| \"labels\":{\"team\":\"a\",\"team\":\"b\",| repeated-member",
                "\"tenant\":\"local\"| \"tenant\":\"local\",\"tenant\":\"local\"| repeated-member",
                "\"energy\"| \"energy\":{\"low\":0,\"central\":0,\"high\":0},\"energy\"| bad-figure",
                "\"low\":0.00110000000000| \"low\":0,\"low\":0| bad-figure",
                "\"kind\"| \"a\":[[[[[[[[[[1]]]]]]]]]],\"kind\"| not-json",
                "llm-inference| llm\\u0000inference| bad-text",
                "llm-inference| llm\\ud800inference| bad-text",
            })
    void aBadFootprintIsADeadLetterWithItsReason(String part, String replacement, String reason) {
        String json = Footprints.json(FOOTPRINT);
        assertThat(json).contains(part);

        Received received =
                read(json.replaceFirst(quoted(part), replacement == null ? "" : replacement.replace("\\", "\\\\")));

        assertThat(received).isInstanceOfSatisfying(DeadLetter.class, letter -> {
            assertThat(letter.reason()).isEqualTo(reason);
            assertThat(letter.tenant()).isEqualTo("local");
            assertThat(letter.detail()).doesNotContain("urn:test");
        });
    }

    @Test
    void theSmallestFigureThatACalculationCanPublishIsStored() {
        String json = Footprints.json(FOOTPRINT).replaceFirst("\"low\":0.00110000000000", "\"low\":4.94065645841E-324");

        assertThat(read(json)).isInstanceOf(ReceivedFootprint.class);
    }

    @Test
    void anythingButAFootprintIsADeadLetterAndNeverAnException() {
        byte[] json = Footprints.json(FOOTPRINT).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            byte[] broken = json.clone();
            for (int flips = 0; flips < 3; flips++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }

            assertThat(FootprintReading.read(consumed(Footprints.record(FOOTPRINT), broken), GroupableLabels.NONE))
                    .isNotNull();
        }
        assertThat(FootprintReading.read(consumed(Footprints.record(FOOTPRINT), null), GroupableLabels.NONE))
                .isInstanceOf(DeadLetter.class);
    }

    @Test
    void anotherTypeOfEventIsADeadLetter() {
        ProducerRecord<byte[], byte[]> record = Footprints.record(FOOTPRINT);
        record.headers().remove(FootprintTopic.HEADER_TYPE);

        Received received = FootprintReading.read(consumed(record, record.value()), GroupableLabels.NONE);

        assertThat(received).isInstanceOfSatisfying(DeadLetter.class, letter -> assertThat(letter.reason())
                .isEqualTo("unknown-type"));
    }

    @Test
    void aCriterionOfANewerCalculationIsLeftOutAndSaid() {
        String json = Footprints.json(FOOTPRINT)
                .replace("\"energy\":", "\"noise\":{\"low\":1,\"central\":1,\"high\":1},\"energy\":");

        ReceivedFootprint footprint = (ReceivedFootprint) read(json);

        assertThat(footprint.dimensions().warnings()).isEqualTo("criterion-not-stored model-unknown");
    }

    @Test
    void aLabelThatIsTooLongIsCutToTheLimitOfTheContract() {
        String json = Footprints.json(FOOTPRINT).replace("\"search\"", "\"" + "x".repeat(1000) + "\"");

        ReceivedFootprint footprint = (ReceivedFootprint) read(json);

        assertThat(footprint.dimensions().team()).hasSize(128);
    }

    private static String quoted(String part) {
        return java.util.regex.Pattern.quote(part);
    }

    private static Received read(String json) {
        return read(json, GroupableLabels.NONE);
    }

    private static Received read(String json, GroupableLabels groupable) {
        return FootprintReading.read(
                consumed(Footprints.record(FOOTPRINT), json.getBytes(StandardCharsets.UTF_8)), groupable);
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record, byte[] value) {
        return new ConsumerRecord<>(
                record.topic(),
                0,
                7,
                0,
                TimestampType.CREATE_TIME,
                record.key().length,
                0,
                record.key(),
                value,
                record.headers(),
                Optional.empty());
    }
}
