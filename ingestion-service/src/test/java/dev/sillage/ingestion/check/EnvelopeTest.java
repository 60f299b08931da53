package dev.sillage.ingestion.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String TYPE = "\"type\":\"dev.sillage.activity.web-search.v1\"";
    private static final String DATA = "\"data\":{\"count\":1}";
    private static final String VALID = Checks.envelope(TYPE + "," + DATA);

    @Test
    void theSmallestEventIsAccepted() {
        assertThat(Checks.outcome(VALID)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void everyRequiredAttributeIsMissed() {
        assertThat(Checks.findings("{}"))
                .containsExactly(
                        "missing-member /specversion",
                        "missing-member /id",
                        "missing-member /source",
                        "missing-member /type",
                        "missing-member /time",
                        "missing-member /data");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            specversion     | "0.3"                       | unsupported-spec-version
            specversion     | 1.0                         | wrong-type
            id              | ""                          | text-length
            id              | 7                           | wrong-type
            id              | "a\\u0000b"                 | invalid-text
            source          | ""                          | text-length
            source          | "a b"                       | invalid-source
            source          | {"a":1}                     | wrong-type
            type            | "com.example.other"         | unknown-type
            type            | "dev.sillage.activity.x.v1" | unknown-type
            type            | []                          | wrong-type
            time            | "yesterday"                 | invalid-time
            time            | 1764000000                  | wrong-type
            time            | "1999-12-31T23:59:59Z"      | time-out-of-range
            time            | "2026-11-24T12:00:01Z"      | time-out-of-range
            subject         | ""                          | text-length
            subject         | 5                           | wrong-type
            datacontenttype | "text/plain"                | unsupported-data-content-type
            dataschema      | ""                          | text-length
            data_base64     | "e30="                      | data-base64
            tenant          | "other"                     | reserved-attribute
            acceptedat      | "2026-11-23T09:30:00Z"      | reserved-attribute
            Upper           | "x"                         | invalid-attribute-name
            under_score     | "x"                         | invalid-attribute-name
            abcdefghijklmnopqrstu | "x"                   | invalid-attribute-name
            extension       | {"a":1}                     | wrong-type
            extension       | "tab\\t"                    | invalid-text
            data            | "text"                      | wrong-type
            data            | [1]                         | wrong-type
            """)
    void anAttributeThatBreaksItsRuleIsRefused(String name, String value, String code) {
        String event = replace(name, value.replace("\\\\", "\\"));

        assertThat(Checks.findings(event)).containsExactly(code + " /" + name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time            | "2000-01-01T00:00:00Z"
            time            | "2026-11-24T12:00:00Z"
            subject         | null
            dataschema      | null
            extension       | null
            tenant          | null
            extension       | 12.5
            extension       | false
            abcdefghijklmnopqrst | "x"
            datacontenttype | "application/json; charset=utf-8"
            datacontenttype | "Application/JSON"
            source          | "https://example.org/é?a=b#c"
            """)
    void anAttributeThatKeepsItsRuleIsAccepted(String name, String value) {
        assertThat(Checks.findings(replace(name, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "subject", "dataschema"})
    void aLongAttributeIsRefused(String name) {
        assertThat(Checks.findings(replace(name, "\"" + "x".repeat(500) + "\"")))
                .isEmpty();
        assertThat(Checks.findings(replace(name, "\"" + "x".repeat(501) + "\"")))
                .containsExactly("text-length /" + name);
    }

    @Test
    void aLongExtensionIsRefused() {
        assertThat(Checks.findings(replace("ext", "\"" + "x".repeat(256) + "\"")))
                .isEmpty();
        assertThat(Checks.findings(replace("ext", "\"" + "x".repeat(257) + "\"")))
                .containsExactly("text-length /ext");
        assertThat(Checks.findings(replace("ext", "9".repeat(257)))).containsExactly("text-length /ext");
    }

    @Test
    void theSeventeenthExtensionIsRefused() {
        assertThat(Checks.findings(withExtensions(16))).isEmpty();
        assertThat(Checks.findings(withExtensions(18))).containsExactly("too-many-attributes /e17");
    }

    @Test
    void eachAttributeTwiceIsRefused() {
        String twice = Checks.envelope(TYPE + "," + DATA + ",\"id\":\"j\",\"e\":1,\"e\":2," + DATA);

        assertThat(Checks.findings(twice))
                .containsExactly("duplicate-member /id", "duplicate-member /e", "duplicate-member /data");
    }

    @Test
    void atMostTenFindingsAreListed() {
        String many = IntStream.range(0, 50).mapToObj(i -> ",\"X" + i + "\":1").collect(Collectors.joining());

        assertThat(Checks.findings(Checks.envelope(TYPE + "," + DATA + many))).hasSize(10);
    }

    @Test
    void thePointerEscapesTheName() {
        assertThat(Checks.findings(Checks.envelope(TYPE + "," + DATA + ",\"a/b~c\":1")))
                .containsExactly("invalid-attribute-name /a~1b~0c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "[{}]"})
    void whatIsNoObjectIsNoEvent(String text) {
        assertThat(Checks.findings(text)).containsExactly("event-not-an-object ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}}",
                "{} {}",
                "{\"id\":}",
                "{\"id\":\"a\"",
                "{'id':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "nul",
                "{\"a\":1,}",
                "// x\n{}",
                "{\"id\":\"line\nfeed\"}",
                "{\"id\":\"\\x\"}",
                ""
            })
    void whatIsNoJsonIsMalformed(String text) {
        Outcome outcome = Checks.outcome(text);

        if (text.isEmpty()) {
            assertThat(Checks.findings(text)).containsExactly("event-not-an-object ");
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Malformed.class);
        }
    }

    @Test
    void everyPrefixOfAnEventIsMalformed() {
        for (int length = 1; length < VALID.length(); length++) {
            assertThat(Checks.outcome(VALID.substring(0, length))).isInstanceOf(Outcome.Malformed.class);
        }
    }

    @Test
    void whatIsNotStrictUtf8IsMalformed() {
        String event = VALID.replace("\"i\"", "\"é\"");

        assertThat(Checks.outcome(event.getBytes(UTF_8))).isInstanceOf(Outcome.Accepted.class);
        assertThat(Checks.outcome(event.getBytes(ISO_8859_1))).isInstanceOf(Outcome.Malformed.class);
        assertThat(Checks.outcome(event.getBytes(UTF_16BE))).isInstanceOf(Outcome.Malformed.class);
        byte[] overLong = VALID.replace("\"i\"", "\"??\"").getBytes(UTF_8);
        int at = VALID.indexOf("\"i\"") + 1;
        overLong[at] = (byte) 0xC1;
        overLong[at + 1] = (byte) 0xA9;
        assertThat(Checks.outcome(overLong)).isEqualTo(new Outcome.Malformed(at));
    }

    @Test
    void anEventBeyondTheLimitIsNotEvenRead() {
        String event = "{" + " ".repeat(256 * 1024 - 1) + "}";

        assertThat(Checks.findings(event)).containsExactly("event-too-large ");
    }

    @Test
    void deepNestingIsRefusedAtAnyDepth() {
        for (int depth : new int[] {20, 900, 5000, 100_000}) {
            String deep = "[".repeat(depth) + "]".repeat(depth);
            assertThat(Checks.findings(replace("extension", deep)))
                    .as("depth %d", depth)
                    .contains("too-deep /extension");
        }
    }

    @Test
    void sourceAndIdOfARefusedEventAreKnown() {
        Outcome outcome = Checks.outcome(replace("time", "\"never\""));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.source()).isEqualTo("/s");
            assertThat(refused.id()).isEqualTo("i");
        });
    }

    @Test
    void noFindingRepeatsAValueOfTheSender() {
        String event = Checks.envelope("\"type\":\"sEcReT\",\"subject\":5,\"data\":{\"count\":\"sEcReT\"}");

        assertThat(Checks.outcome(event).toString()).doesNotContain("sEcReT");
    }

    private static String withExtensions(int count) {
        return Checks.envelope(TYPE + "," + DATA
                + IntStream.rangeClosed(1, count)
                        .mapToObj(i -> ",\"e" + i + "\":1")
                        .collect(Collectors.joining()));
    }

    /** The valid event with one attribute set to another value. */
    private static String replace(String name, String value) {
        String others =
                VALID.substring(1, VALID.length() - 1).replaceAll("(^|,)\"" + name + "\":(\"[^\"]*\"|\\{[^}]*})", "");
        return "{" + (others.startsWith(",") ? others.substring(1) : others) + ",\"" + name + "\":" + value + "}";
    }
}
