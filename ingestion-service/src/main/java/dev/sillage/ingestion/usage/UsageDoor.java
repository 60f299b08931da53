package dev.sillage.ingestion.usage;

import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.check.Slice;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.receive.Answers;
import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Inspection;
import dev.sillage.ingestion.receive.Limits;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** The door for what one API returned. */
final class UsageDoor implements Door<Response> {
    private final Api api;
    private final Parameters parameters;
    private final Limits limits;
    private final EventCheck check;

    UsageDoor(Api api, Parameters parameters, Limits limits, EventCheck check) {
        this.api = api;
        this.parameters = parameters;
        this.limits = limits;
        this.check = check;
    }

    @Override
    public Inspection inspect(byte[] body, Instant now) {
        List<ApiResponse> responses = new ResponseReader(api, limits.maxEvents()).read(body);
        if (parameters.id() != null && responses.size() > 1) {
            throw new RequestRefusedException(
                    ProblemType.BAD_REQUEST, "The parameter id is for one response, and the body holds several.");
        }
        UsageEvent writer = new UsageEvent(api, parameters, now);
        Inspection inspection = new Inspection(limits.maxProblems());
        for (int index = 0; index < responses.size(); index++) {
            ApiResponse response = responses.get(index);
            Slice event = writer.of(response);
            Outcome outcome =
                    event == null ? new Outcome.Refused(null, null, response.findings()) : check.check(event, now);
            inspection.take(index, outcome);
        }
        return inspection;
    }

    @Override
    public Response answer(Inspection inspection) {
        return inspection.accepted().isEmpty()
                ? Answers.nothingAccepted(inspection, inspection.refused() == 1)
                : Answers.accepted(inspection);
    }
}
