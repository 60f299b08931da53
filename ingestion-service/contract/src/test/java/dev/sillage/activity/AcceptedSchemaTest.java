package dev.sillage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedSchemaTest {

    @ParameterizedTest
    @CsvSource({"AcceptedCount, accepted-count", "Incarnation, incarnation"})
    void theSchemaHasAndRequiresTheMembersOfTheRecord(String record, String schema) throws ClassNotFoundException {
        JsonNode json = Contract.json("/schemas/" + schema + ".v1.schema.json");
        List<String> members = new ArrayList<>();
        json.path("properties").fieldNames().forEachRemaining(members::add);
        List<String> required = new ArrayList<>();
        json.path("required").forEach(name -> required.add(name.asText()));

        List<String> components = Arrays.stream(
                        Class.forName("dev.sillage.activity." + record).getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(members).containsExactlyElementsOf(components);
        assertThat(required).containsExactlyElementsOf(components);
    }

    @Test
    void theSchemaKnowsEveryStateOfAnIncarnation() {
        List<String> states = new ArrayList<>();
        Contract.json("/schemas/incarnation.v1.schema.json")
                .path("properties")
                .path("state")
                .path("enum")
                .forEach(state -> states.add(state.asText()));

        assertThat(Arrays.stream(Incarnation.State.values()).map(Incarnation.State::wireName))
                .containsExactlyElementsOf(states);
    }

    @Test
    void countsOfTwoTenantsHoursNumbersOrIncarnationsHaveDifferentKeys() {
        Instant hour = Instant.parse("2026-11-28T10:00:00Z");

        assertThat(List.of(
                                key("r1", 0, "acme", hour),
                                key("r2", 0, "acme", hour),
                                key("r1", 1, "acme", hour),
                                key("r1", 0, "globex", hour),
                                key("r1", 0, "acme", hour.plusSeconds(3600)))
                        .stream()
                        .distinct())
                .hasSize(5);
    }

    private static String key(String incarnation, long number, String tenant, Instant hour) {
        return new AcceptedCount(incarnation, number, tenant, hour, 1, 0, 0, false).key();
    }
}
