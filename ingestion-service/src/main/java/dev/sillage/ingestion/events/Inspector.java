package dev.sillage.ingestion.events;

import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.check.Slice;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.receive.Inspection;
import dev.sillage.ingestion.receive.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * The same for an event in binary mode.
     *
     * @throws RequestRefusedException when the body is not one JSON value
     */
    Inspection inspectBinary(AttributeHeaders headers, byte[] body, Instant now) {
        // A body that is too large is refused as such before it is copied.
        boolean tooLarge = body.length > limits.ofEvent().maxEventBytes();
        Slice data = tooLarge ? new Slice(body, 0, body.length) : EventArray.onlyValue(body);
        BinaryEvent event = tooLarge ? new BinaryEvent(data, 0) : BinaryEvent.of(headers.attributes(), data);
        Outcome outcome = check.check(event.text(), now);
        if (outcome instanceof Outcome.Malformed malformed) {
            int offset = Math.max(0, malformed.offset() - event.shift());
            throw Position.START.advancedTo(body, offset).malformed();
        }
        Inspection inspection = new Inspection(limits.maxProblems());
        List<Finding> findings = new ArrayList<>(headers.findings());
        if (outcome instanceof Outcome.Accepted accepted && findings.isEmpty()) {
            inspection.accept(accepted.event());
            return inspection;
        }
        if (outcome instanceof Outcome.Refused refused) {
            for (Finding finding : refused.findings()) {
                Finding shown = inHeaders(finding);
                if (findings.stream().noneMatch(known -> known.pointer().equals(shown.pointer()))) {
                    findings.add(shown);
                }
            }
            inspection.refuse(0, new Outcome.Refused(refused.source(), refused.id(), findings));
        } else {
            inspection.refuse(0, new Outcome.Refused(null, null, findings));
        }
        return inspection;
    }

    private static Finding inHeaders(Finding finding) {
        String pointer = finding.pointer();
        boolean inBody = pointer.isEmpty() || pointer.equals("/data") || pointer.startsWith("/data/");
        return inBody
                ? finding
                : new Finding(finding.type(), finding.detail(), "/" + AttributeHeaders.PREFIX + pointer.substring(1));
    }
}
