package dev.sillage.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every kind, at its limits and beyond; a kind that is added is covered without a change here. */
class EveryShapeTest {

    @ParameterizedTest
    @EnumSource
    void dataWithEveryMemberIsAccepted(ActivityKind kind) {
        assertThat(Checks.findings(kind, ValidData.json(ValidData.of(kind)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void dataWithTheRequiredMembersAloneIsAccepted(ActivityKind kind) {
        Map<String, String> members = ValidData.of(kind);
        kind.shape().fields().stream()
                .filter(field -> !field.required())
                .forEach(field -> members.remove(field.name()));

        assertThat(Checks.findings(kind, ValidData.json(members))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachRequiredMemberIsMissedAtItsPlace(ActivityKind kind) {
        List<String> expected = kind.shape().fields().stream()
                .filter(Field::required)
                .map(field -> "missing-member /data/" + field.name())
                .toList();

        assertThat(Checks.findings(kind, "{}")).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownMemberIsRefused(ActivityKind kind) {
        Map<String, String> members = ValidData.of(kind);
        members.put("prompt", "{\"deep\":[\"text\"]}");

        assertThat(Checks.findings(kind, ValidData.json(members))).containsExactly("unknown-member /data/prompt");
    }

    @ParameterizedTest
    @EnumSource
    void eachMemberTwiceIsRefused(ActivityKind kind) {
        String once = ValidData.json(ValidData.of(kind));
        String twice = once.substring(0, once.length() - 1) + "," + once.substring(1);
        List<String> expected = kind.shape().fields().stream()
                .map(field -> "duplicate-member /data/" + field.name())
                .limit(Checks.LIMITS.maxFindings())
                .toList();

        assertThat(Checks.findings(kind, twice)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("trials")
    void eachValueIsAcceptedWithinItsLimitsOnly(Trial trial) {
        List<String> expected = trial.code().isEmpty()
                ? List.of()
                : List.of(trial.code() + " /data/" + trial.field().name());

        assertThat(Checks.findings(Checks.event(trial.kind(), trial.data()))).isEqualTo(expected);
        assertThat(Checks.findings(Checks.eventDataFirst(trial.kind(), trial.data())))
                .isEqualTo(expected);
    }

    static Stream<Trial> trials() {
        return Arrays.stream(ActivityKind.values())
                .flatMap(kind -> kind.shape().fields().stream().flatMap(field -> new Trials(kind, field).list()));
    }
}
