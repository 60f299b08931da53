package dev.sillage.reporting.intensity;

import dev.sillage.reporting.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What figures are divided by. */
enum Unit {
    PROMPT("prompt", "requests to a model", List.of("request")),
    THOUSAND_TOKENS("1000-tokens", "tokens, read and written ones together", List.of()),
    HOUR("hour", "hours of use", List.of("hour", "viewing-hour", "participant-hour", "device-hour")),
    ACTIVITY("activity", "activities", List.of()),
    USER("user", "users", List.of());

    static final String PARAMETER = "unit";

    private final String wireName;
    private final String words;
    private final List<String> functionalUnits;

    Unit(String wireName, String words, List<String> functionalUnits) {
        this.wireName = wireName;
        this.words = words;
        this.functionalUnits = functionalUnits;
    }

    String wireName() {
        return wireName;
    }

    /** What is counted, for people. */
    String words() {
        return words;
    }

    /** The functional units of activities that mean it; empty when it is counted otherwise. */
    List<String> functionalUnits() {
        return functionalUnits;
    }

    static Unit ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(unit -> unit.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter(
                        PARAMETER,
                        "There is no unit " + Problem.quoted(wireName) + ". Known are: "
                                + Arrays.stream(values()).map(Unit::wireName).collect(Collectors.joining(", "))
                                + "."));
    }
}
