package dev.sillage.ingestion.csv;

import dev.sillage.activity.ActivityKind;
import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.check.Outcome;
import dev.sillage.ingestion.receive.Answers;
import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Inspection;
import dev.sillage.ingestion.receive.Limits;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The doors for tables; each row is accepted or refused by itself. */
abstract sealed class CsvDoor implements Door<Response> {
    private final Map<String, String> labels;
    private final Limits limits;
    private final EventCheck check;

    private CsvDoor(Map<String, String> labels, Limits limits, EventCheck check) {
        this.labels = labels;
        this.limits = limits;
        this.check = check;
    }

    /** What makes events of the rows of one table. */
    interface Rows {
        CsvEvent event(List<String> row) throws CodeCarbonRuns.RowRefusedException;
    }

    abstract Rows rows(List<String> columns);

    @Override
    public Inspection inspect(byte[] body, Instant now) {
        Table table = Table.read(body, limits.maxEvents());
        Rows rows = rows(table.columns());
        Inspection inspection = new Inspection(limits.maxProblems());
        for (int index = 0; index < table.rows().size(); index++) {
            try {
                CsvEvent event = rows.event(table.rows().get(index));
                labels.forEach(event::label);
                inspection.take(index, check.check(event.write(), now));
            } catch (CodeCarbonRuns.RowRefusedException refused) {
                List<Finding> findings = List.of(refused.finding());
                inspection.take(index, new Outcome.Refused(null, null, findings));
            }
        }
        return inspection;
    }

    @Override
    public Response answer(Inspection inspection) {
        return inspection.accepted().isEmpty()
                ? Answers.nothingAccepted(inspection, inspection.refused() == 1)
                : Answers.accepted(inspection);
    }

    /** Any table, by a mapping. */
    static final class Mapped extends CsvDoor {
        private final ActivityKind kind;
        private final String source;
        private final @Nullable String header;

        Mapped(
                ActivityKind kind,
                String source,
                @Nullable String header,
                Map<String, String> labels,
                Limits limits,
                EventCheck check) {
            super(labels, limits, check);
            this.kind = kind;
            this.source = source;
            this.header = header;
        }

        @Override
        Rows rows(List<String> columns) {
            Mapping mapping = new Mapping(kind, header, columns);
            return row -> {
                CsvEvent event = new CsvEvent(kind, source);
                mapping.fill(event, row);
                return event;
            };
        }
    }

    /** CodeCarbon's table. */
    static final class CodeCarbon extends CsvDoor {
        private final ActivityKind kind;
        private final ZoneId zone;

        CodeCarbon(ActivityKind kind, ZoneId zone, Map<String, String> labels, Limits limits, EventCheck check) {
            super(labels, limits, check);
            this.kind = kind;
            this.zone = zone;
        }

        @Override
        Rows rows(List<String> columns) {
            return new CodeCarbonRuns(kind, zone, columns)::event;
        }
    }
}
