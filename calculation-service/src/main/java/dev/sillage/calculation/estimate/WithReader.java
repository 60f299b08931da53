package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.calculation.estimate.EstimateRequest.Scenario;
import dev.sillage.calculation.own.WhatIf;
import dev.sillage.calculation.own.WhatIfReader;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code with} and {@code scenarios}. */
@Singleton
class WithReader {
    static final int MAX_SCENARIOS = 20;

    private static final int MAX_NAME = 100;
    private static final Set<String> SCENARIO = Set.of("name", "with");

    private final WhatIfReader whatIf;

    WithReader(WhatIfReader whatIf) {
        this.whatIf = whatIf;
    }

    /** The {@code with} of an object; {@link With#NOTHING} when it has none. */
    With with(JsonNode object, String pointer) throws ProblemsException {
        String place = pointer + "/with";
        JsonNode with = object.get("with");
        if (with == null || with.isNull()) {
            return With.NOTHING;
        }
        if (!(with instanceof ObjectNode asked)) {
            throw new ProblemsException(
                    ProblemType.WRONG_TYPE,
                    "must be an object with members of the data, time, or factors by key",
                    place);
        }
        ObjectNode members = asked.deepCopy();
        members.remove(List.of("factors", "time"));
        Instant time = EstimateRequestReader.time(EstimateRequestReader.text(asked, "time", place), place);
        JsonNode factors = asked.get("factors");
        WhatIf set = factors == null ? WhatIf.NONE : whatIf.read(factors, place + "/factors");
        return new With(asked, members, time, set, place);
    }

    List<Scenario> scenarios(JsonNode item, String pointer) throws ProblemsException {
        String place = pointer + "/scenarios";
        JsonNode scenarios = item.get("scenarios");
        if (scenarios == null || scenarios.isNull()) {
            return List.of();
        }
        if (!scenarios.isArray() || scenarios.size() > MAX_SCENARIOS) {
            throw new ProblemsException(
                    ProblemType.WRONG_TYPE,
                    "must be an array of at most " + MAX_SCENARIOS + " objects with name and with",
                    place);
        }
        List<Scenario> read = new ArrayList<>(scenarios.size());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenario(scenarios.get(i), place + "/" + i);
            if (!names.add(scenario.name())) {
                throw new ProblemsException(
                        ProblemType.DUPLICATE_MEMBER,
                        "each scenario needs a name of its own",
                        place + "/" + i + "/name");
            }
            read.add(scenario);
        }
        return read;
    }

    private Scenario scenario(JsonNode scenario, String pointer) throws ProblemsException {
        if (!scenario.isObject()) {
            throw new ProblemsException(ProblemType.WRONG_TYPE, "must be an object with name and with", pointer);
        }
        EstimateRequestReader.refuseUnknownMembers(scenario, SCENARIO, pointer);
        String name = EstimateRequestReader.text(scenario, "name", pointer);
        if (name == null) {
            throw new ProblemsException(ProblemType.MISSING_MEMBER, "name the scenario", pointer + "/name");
        }
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new ProblemsException(
                    ProblemType.INVALID_TEXT, "must have 1 to " + MAX_NAME + " characters", pointer + "/name");
        }
        With with = with(scenario, pointer);
        if (with.isNothing()) {
            throw new ProblemsException(
                    ProblemType.MISSING_MEMBER, "say what is different in this scenario", pointer + "/with");
        }
        return new Scenario(name, with);
    }
}
