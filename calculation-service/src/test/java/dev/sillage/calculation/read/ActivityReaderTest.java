package dev.sillage.calculation.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Email;
import dev.sillage.activity.Field;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<ActivityKind> KINDS = EnumSet.complementOf(EnumSet.of(ActivityKind.CORRECTION));
    private static final ActivityReader READER = new ActivityReader(KINDS);
    private static final String MAIL = "{\"bytes\": 75000}";

    private static ReadActivity read(ActivityKind kind, String json) throws Exception {
        return READER.read(kind, json.getBytes(UTF_8));
    }

    private static List<Violation> violations(ActivityKind kind, String json) {
        return catchThrowableOfType(InvalidActivityException.class, () -> read(kind, json))
                .violations();
    }

    /** The least that a kind requires. */
    private static ObjectNode valid(ActivityKind kind) {
        ObjectNode data = JSON.createObjectNode();
        for (Field field : kind.shape().fields()) {
            if (field.required()) {
                putAtLimit(data, field, true);
            }
        }
        return data;
    }

    private static void putAtLimit(ObjectNode data, Field field, boolean upper) {
        if (field.values() instanceof Field.Values.Whole whole) {
            data.put(field.name(), upper ? whole.max() : whole.min());
        } else if (field.values() instanceof Field.Values.Decimal decimal) {
            data.put(field.name(), upper ? decimal.max() : decimal.min());
        } else if (field.values() instanceof Field.Values.Flag) {
            data.put(field.name(), upper);
        } else if (field.values() instanceof Field.Values.Name name) {
            data.put(field.name(), "é".repeat(upper ? name.maxLength() : 1));
        } else if (field.values() instanceof Field.Values.Choice choice) {
            data.put(field.name(), choice.words().get(upper ? choice.words().size() - 1 : 0));
        } else if (field.values() instanceof Field.Values.Parts) {
            data.putObject(field.name()).put("laptop", upper ? 1 : 0);
        }
    }

    private static void putBeyond(ObjectNode data, Field field, boolean upper) {
        if (field.values() instanceof Field.Values.Whole whole) {
            data.put(field.name(), upper ? whole.max() + 1 : whole.min() - 1);
        } else if (field.values() instanceof Field.Values.Decimal decimal) {
            data.put(field.name(), upper ? Math.nextUp(decimal.max()) : Math.nextDown(decimal.min()));
        } else if (field.values() instanceof Field.Values.Name name) {
            data.put(field.name(), upper ? "e".repeat(name.maxLength() + 1) : "");
        } else if (field.values() instanceof Field.Values.Choice) {
            data.put(field.name(), "no such word");
        } else if (field.values() instanceof Field.Values.Parts) {
            data.putObject(field.name()).put("laptop", upper ? 1.5 : -0.5);
        } else {
            data.put(field.name(), "neither true nor false");
        }
    }

    static Stream<Arguments> fields() {
        List<Arguments> fields = new ArrayList<>();
        for (ActivityKind kind : KINDS) {
            kind.shape().fields().forEach(field -> fields.add(Arguments.of(kind, field)));
        }
        return fields.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aValueAtItsLimitIsTaken(ActivityKind kind, Field field) throws Exception {
        for (boolean upper : new boolean[] {false, true}) {
            ObjectNode data = valid(kind);
            putAtLimit(data, field, upper);

            assertThat(read(kind, data.toString()).activity()).isInstanceOf(kind.recordType());
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aValueBeyondItsLimitIsRefused(ActivityKind kind, Field field) {
        for (boolean upper : new boolean[] {false, true}) {
            ObjectNode data = valid(kind);
            putBeyond(data, field, upper);

            assertThat(violations(kind, data.toString()))
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.pointer()).startsWith("/" + field.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aValueOfAnotherTypeIsRefused(ActivityKind kind, Field field) {
        ObjectNode data = valid(kind);
        data.putArray(field.name()).addObject().put("deep", 1);

        assertThat(violations(kind, data.toString()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).isEqualTo(Rule.WRONG_TYPE))
                .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/" + field.name()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void anAbsentOrNullMemberIsRefusedOnlyWhenItIsRequired(ActivityKind kind, Field field) throws Exception {
        ObjectNode absent = valid(kind);
        absent.remove(field.name());
        ObjectNode nothing = valid(kind);
        nothing.putNull(field.name());

        if (field.required()) {
            assertThat(violations(kind, absent.toString()))
                    .containsExactly(
                            new Violation(Rule.MISSING_MEMBER, "/" + field.name(), null, "the member is required"));
            assertThat(violations(kind, nothing.toString())).hasSize(1);
        } else {
            assertThat(read(kind, nothing.toString())).isEqualTo(read(kind, absent.toString()));
        }
    }

    @Test
    void everyMemberArrivesInItsComponent() throws Exception {
        ReadActivity read = read(ActivityKind.LLM_INFERENCE, """
                {"labels": {"team": "search"}, "measuredEnergyKwh": 1e-3, "zone": "FR", "durationSeconds": 2,
                 "requestCount": 3, "reasoningTokens": 4, "cacheCreationInputTokens": 5, "cachedInputTokens": 6,
                 "outputTokens": 7.0, "inputTokens": 8, "model": "m", "provider": "p"}""");

        assertThat(read.activity()).isEqualTo(new LlmInference("p", "m", 8, 7, 6L, 5L, 4L, 3, 2.0, "FR", 1e-3));
        assertThat(read.labels()).isEqualTo(Map.of("team", "search"));
    }

    @Test
    void sharesKeepTheirOrder() throws Exception {
        Email mail = (Email) read(ActivityKind.EMAIL, "{\"bytes\": 1, \"deviceMix\": {\"tv\": 0.25, \"laptop\": 1}}")
                .activity();

        assertThat(mail.deviceMix()).containsExactly(Map.entry("tv", 0.25), Map.entry("laptop", 1.0));
    }

    @Test
    void anUnknownMemberIsRefusedAndItsNameStaysOutOfLogs() {
        List<Violation> violations = violations(ActivityKind.EMAIL, "{\"bytes\": 1, \"a~b/c\": {\"bytes\": 2}}");

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.UNKNOWN_MEMBER);
            assertThat(violation.pointer()).isEqualTo("/a~0b~1c");
            assertThat(violation.withoutContent()).doesNotContain("a~");
        });
    }

    @Test
    void aMemberThatOccursTwiceIsRefused() {
        assertThat(violations(ActivityKind.EMAIL, "{\"bytes\": 1, \"bytes\": 1}"))
                .extracting(Violation::rule)
                .containsExactly(Rule.DUPLICATE_MEMBER);
        assertThat(violations(ActivityKind.EMAIL, "{\"bytes\": 1, \"labels\": {}, \"labels\": {}}"))
                .extracting(Violation::rule)
                .containsExactly(Rule.DUPLICATE_MEMBER);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceUpToABound() {
        StringBuilder data = new StringBuilder("{\"bytes\": -1, \"recipients\": 0.5, \"spam\": 1");
        for (int i = 0; i < 100; i++) {
            data.append(", \"x").append(i).append("\": 1");
        }

        List<Violation> violations =
                violations(ActivityKind.EMAIL, data.append("}").toString());

        assertThat(violations).hasSize(Violations.MAX_COUNT);
        assertThat(violations.subList(0, 3))
                .extracting(Violation::pointer)
                .containsExactly("/bytes", "/recipients", "/spam");
    }

    @Test
    void labelsBreakNoRule() {
        StringBuilder many = new StringBuilder("{\"bytes\": 1, \"labels\": {\"l0\": \"v\"");
        for (int i = 1; i <= 16; i++) {
            many.append(", \"l").append(i).append("\": \"v\"");
        }

        assertThat(violations(ActivityKind.EMAIL, many + "}}"))
                .extracting(Violation::pointer)
                .containsExactly("/labels");
        assertThat(violations(
                        ActivityKind.EMAIL, "{\"bytes\": 1, \"labels\": {\"1st\": \"v\", \"b\": 1, \"c\": \"\"}}"))
                .extracting(Violation::pointer)
                .containsExactly("/labels/1st", "/labels/b", "/labels/c");
        assertThat(violations(ActivityKind.EMAIL, "{\"bytes\": 1, \"labels\": []}"))
                .extracting(Violation::rule)
                .containsExactly(Rule.WRONG_TYPE);
    }

    @Test
    void whatIsNotOneJsonTextIsUnreadable() {
        for (String json : List.of("", " ", "{", MAIL + MAIL, MAIL + "x", "{\"bytes\": 01}", "{\"bytes\": NaN}")) {
            assertThatThrownBy(() -> read(ActivityKind.EMAIL, json)).as(json).isInstanceOf(IOException.class);
        }
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertThatThrownBy(() -> read(ActivityKind.EMAIL, "{\"x\": " + "[".repeat(50)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(ActivityKind.EMAIL, "{\"bytes\": " + "9".repeat(5000) + "}"))
                .isInstanceOf(IOException.class);
        assertThat(violations(ActivityKind.EMAIL, "{\"bytes\": 1e1000000000}")).hasSize(1);
    }
}
