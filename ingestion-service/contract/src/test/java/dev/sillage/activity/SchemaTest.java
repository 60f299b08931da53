package dev.sillage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schemas say exactly what the records say, member by member and limit by limit. */
class SchemaTest {

    @ParameterizedTest
    @EnumSource(ActivityKind.class)
    void theSchemaOfAKindHasTheMembersOfItsRecordAndLabels(ActivityKind kind) {
        List<String> members = new ArrayList<>();
        Contract.schemaOf(kind).path("properties").fieldNames().forEachRemaining(members::add);

        List<String> expected =
                new ArrayList<>(kind.shape().fields().stream().map(Field::name).toList());
        expected.add(Labels.MEMBER);
        assertThat(members).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(ActivityKind.class)
    void theSchemaOfAKindRequiresWhatItsRecordRequiresAndAllowsNothingElse(ActivityKind kind) {
        JsonNode schema = Contract.schemaOf(kind);

        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        assertThat(required)
                .containsExactlyElementsOf(kind.shape().fields().stream()
                        .filter(Field::required)
                        .map(Field::name)
                        .toList());
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ActivityKind.class)
    void theSchemaOfAKindHasTheLimitsOfItsRecord(ActivityKind kind) {
        JsonNode properties = Contract.schemaOf(kind).path("properties");

        for (Field field : kind.shape().fields()) {
            assertThat(limits(properties.path(field.name())))
                    .as(kind.wireName() + "." + field.name())
                    .isEqualTo(limits(field.values()));
        }
    }

    @Test
    void anEventWithAnUnknownMemberIsInvalid() {
        ObjectNode event = (ObjectNode) Contract.json("/samples/email.json");

        ((ObjectNode) event.path("data")).put("prompt", "a text that has no place here");

        assertThat(Contract.violations(event)).isNotEmpty();
    }

    @Test
    void theLabelsOfTheSchemaHaveTheLimitsOfTheContract() {
        JsonNode labels = Contract.json("/schemas/labels.v1.schema.json");

        assertThat(labels.path("maxProperties").asInt()).isEqualTo(Labels.MAX_COUNT);
        assertThat(labels.path("additionalProperties").path("maxLength").asInt())
                .isEqualTo(Labels.MAX_VALUE_LENGTH);
        assertThat(labels.path("propertyNames").path("pattern").asText())
                .isEqualTo("^[A-Za-z][A-Za-z0-9_.-]{0," + (Labels.MAX_NAME_LENGTH - 1) + "}$");
    }

    private static String limits(JsonNode property) {
        if (property.has("enum")) {
            List<String> words = new ArrayList<>();
            property.path("enum").forEach(word -> words.add(word.asText()));
            return "one of " + words;
        }
        return switch (property.path("type").asText()) {
            case "integer" ->
                "whole " + property.path("minimum").asLong() + ".."
                        + property.path("maximum").asLong();
            case "number" ->
                "decimal " + property.path("minimum").asDouble() + ".."
                        + property.path("maximum").asDouble();
            case "string" -> "name " + property.path("maxLength").asInt();
            case "boolean" -> "flag";
            case "object" ->
                property.has("anyOf")
                        ? "other data"
                        : "parts " + property.path("maxProperties").asInt();
            default -> property.toString();
        };
    }

    private static String limits(Field.Values values) {
        if (values instanceof Field.Values.Whole whole) {
            return "whole " + whole.min() + ".." + whole.max();
        }
        if (values instanceof Field.Values.Decimal decimal) {
            return "decimal " + decimal.min() + ".." + decimal.max();
        }
        if (values instanceof Field.Values.Name name) {
            return "name " + name.maxLength();
        }
        if (values instanceof Field.Values.Choice choice) {
            return "one of " + choice.words();
        }
        if (values instanceof Field.Values.Parts parts) {
            return "parts " + parts.maxEntries();
        }
        return values instanceof Field.Values.Flag ? "flag" : "other data";
    }
}
