package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.check.Slice;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Takes a body apart and has each event checked, all of them before the first is published. */
@ApplicationScoped
class Inspector {
    private final Limits limits;
    private final EventCheck check;

    Inspector(Limits limits) {
        this.limits = limits;
        this.check = new EventCheck(limits.ofEvent());
    }

    /**
     * @throws RequestRefusedException when the body cannot be taken apart, or holds broken JSON where that costs
     *     everything
     */
    Inspection inspect(byte[] body, Format format, Instant now) {
        List<Slice> events = format.split(body, limits.maxEvents());
        Inspection inspection = new Inspection(limits.maxProblems());
        Position position = Position.START;
        for (int index = 0; index < events.size(); index++) {
            Outcome outcome = check.check(events.get(index), now);
            if (outcome instanceof Outcome.Accepted accepted) {
                inspection.accept(accepted.event());
            } else if (outcome instanceof Outcome.Refused refused) {
                inspection.refuse(index, refused);
            } else if (outcome instanceof Outcome.Malformed malformed) {
                if (!format.survivesMalformedEvent()) {
                    throw Position.START.advancedTo(body, malformed.offset()).malformed();
                }
                // Offsets only rise: counting on keeps a body of nothing but broken lines linear.
                position = position.advancedTo(body, malformed.offset());
                inspection.refuse(index, new Finding(ProblemType.MALFORMED_JSON, position.describe(), ""));
            }
        }
        return inspection;
    }
}
