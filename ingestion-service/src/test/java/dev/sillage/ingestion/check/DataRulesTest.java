package dev.sillage.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.ActivityKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                       |
            {"team":"a","x.y-z_1":"b"} |
            {"team":""}              | text-length /data/labels/team
            {"team":7}               | wrong-type /data/labels/team
            {"team":null}            | wrong-type /data/labels/team
            {"team":{"a":"b"}}       | wrong-type /data/labels/team
            {"1team":"a"}            | invalid-labels /data/labels/1team
            {"":"a"}                 | invalid-labels /data/labels/
            {"te am":"a"}            | invalid-labels /data/labels/te am
            {"team":"a","team":"b"}  | duplicate-member /data/labels/team
            []                       | wrong-type /data/labels
            null                     | wrong-type /data/labels
            """)
    void labelsKeepTheirRules(String labels, String finding) {
        assertThat(Checks.findings(ActivityKind.WEB_SEARCH, "{\"count\":1,\"labels\":" + labels + "}"))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void labelsHaveLimits() {
        assertThat(labels(16)).isEmpty();
        assertThat(labels(17)).containsExactly("invalid-labels /data/labels");
        assertThat(label("n".repeat(64), "v".repeat(128))).isEmpty();
        assertThat(label("n".repeat(65), "v")).hasSize(1).allMatch(finding -> finding.startsWith("invalid-labels"));
        assertThat(label("n", "v".repeat(129))).containsExactly("text-length /data/labels/n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"laptop":1}              |
            {"laptop":0,"tv":0.2}     |
            {"laptop":1.01}           | out-of-range /data/deviceMix/laptop
            {"laptop":-0.1}           | out-of-range /data/deviceMix/laptop
            {"laptop":"1"}            | wrong-type /data/deviceMix/laptop
            {"laptop":0}              | invalid-shares /data/deviceMix
            {"":1}                    | invalid-shares /data/deviceMix/
            {"tv":1,"tv":1}           | duplicate-member /data/deviceMix/tv
            7                         | wrong-type /data/deviceMix
            """)
    void sharesKeepTheirRules(String shares, String finding) {
        String first = Checks.findings(ActivityKind.EMAIL, "{\"bytes\":1,\"deviceMix\":" + shares + "}").stream()
                .findFirst()
                .orElse(null);

        assertThat(first).isEqualTo(finding);
    }

    @Test
    void sharesHaveALimit() {
        assertThat(shares(16)).isEmpty();
        assertThat(shares(17)).containsExactly("invalid-shares /data/deviceMix");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "correctedKind":"email","replacement":{"bytes":1}              |
            "replacement":{"bytes":1},"correctedKind":"email"              |
            "correctedKind":"email","replacement":{"bytes":-1}             | out-of-range /data/replacement/bytes
            "replacement":{"bytes":-1},"correctedKind":"email"             | out-of-range /data/replacement/bytes
            "correctedKind":"email","replacement":{}                       | missing-member /data/replacement/bytes
            "correctedKind":"email","replacement":{"bytes":1,"labels":{}}  | unknown-member /data/replacement/labels
            "correctedKind":"email","replacement":[]                       | wrong-type /data/replacement
            "correctedKind":"correction","replacement":{}                  | invalid-replacement /data/correctedKind
            "correctedKind":"retraction","replacement":{}                  | invalid-replacement /data/correctedKind
            "correctedKind":"unknown","replacement":{}                     | invalid-replacement /data/correctedKind
            "correctedKind":"email"                                        | missing-member /data/replacement
            "replacement":{"bytes":1}                                      | missing-member /data/correctedKind
            """)
    void aCorrectionHoldsDataOfTheKindItNames(String members, String finding) {
        String data = "{\"correctedSource\":\"/s\",\"correctedId\":\"j\"," + members + "}";

        assertThat(Checks.findings(Checks.event(ActivityKind.CORRECTION, data)))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
        assertThat(Checks.findings(Checks.eventDataFirst(ActivityKind.CORRECTION, data)))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityKind.class,
            names = {"CORRECTION", "RETRACTION"})
    void aCorrectionOrRetractionTellsWhichEventItMeansAndNeverItself(ActivityKind kind) {
        String data = (kind == ActivityKind.RETRACTION
                        ? "{\"retractedId\":\"%s\",\"retractedSource\":\"%s\"}"
                        : "{\"correctedKind\":\"email\",\"replacement\":{\"bytes\":1},\"correctedId\":\"%s\",\"correctedSource\":\"%s\"}")
                .formatted("é", "/other");
        String itself = data.replace("é", "i").replace("/other", "/s");

        assertThat(meant(Checks.event(kind, data)))
                .isEqualTo(meant(Checks.eventDataFirst(kind, data)))
                .isEqualTo(new Meant("/other", "é"));
        assertThat(Checks.findings(kind, itself)).containsExactly("means-itself /data");
    }

    private static Meant meant(String event) {
        return ((Outcome.Accepted) Checks.outcome(event)).event().meant();
    }

    @Test
    void zeroMayBeWrittenInAnyWay() {
        for (String zero : new String[] {"0", "-0", "0.0", "0e5", "0.00E-300"}) {
            assertThat(Checks.findings(ActivityKind.EMAIL, "{\"bytes\":1,\"readRate\":" + zero + "}"))
                    .as(zero)
                    .isEmpty();
        }
    }

    @Test
    void aNumberThatGrowsWhenWrittenOutIsRefused() {
        for (String bomb : new String[] {"0e1000000000", "1e-1000000000", "1E+400", "0.5e99999999999999999999"}) {
            assertThat(Checks.findings(ActivityKind.EMAIL, "{\"bytes\":1,\"readRate\":" + bomb + "}"))
                    .as(bomb)
                    .containsExactly("out-of-range /data/readRate");
        }
    }

    private static List<String> labels(int count) {
        String labels =
                IntStream.range(0, count).mapToObj(i -> "\"n" + i + "\":\"v\"").collect(Collectors.joining(","));
        return Checks.findings(ActivityKind.WEB_SEARCH, "{\"count\":1,\"labels\":{" + labels + "}}");
    }

    private static List<String> label(String name, String value) {
        return Checks.findings(
                ActivityKind.WEB_SEARCH, "{\"count\":1,\"labels\":{\"" + name + "\":\"" + value + "\"}}");
    }

    private static List<String> shares(int count) {
        String shares =
                IntStream.range(0, count).mapToObj(i -> "\"n" + i + "\":0.1").collect(Collectors.joining(","));
        return Checks.findings(ActivityKind.EMAIL, "{\"bytes\":1,\"deviceMix\":{" + shares + "}}");
    }
}
