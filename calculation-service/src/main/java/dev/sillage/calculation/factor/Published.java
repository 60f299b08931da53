package dev.sillage.calculation.factor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What others published about tasks, trainings and everyday activities. For comparison; never used as factors. */
public final class Published {
    private final List<PublishedFigure> figures;
    private final List<TrainingRun> trainingRuns;
    private final List<ReferenceTotal> referenceTotals;

    Published(List<CsvRow> figureRows, List<CsvRow> trainingRows, List<CsvRow> totalRows) {
        Set<String> ids = new HashSet<>();
        for (CsvRow row : figureRows) {
            if (!ids.add(row.required("id"))) {
                throw row.bad("id", "each id once");
            }
        }
        figures = figureRows.stream().map(PublishedFigure::of).toList();
        trainingRuns = trainingRows.stream().map(TrainingRun::of).toList();
        referenceTotals = totalRows.stream().map(ReferenceTotal::of).toList();
    }

    /** Figures per task, in the order of the table. */
    public List<PublishedFigure> figures() {
        return figures;
    }

    /** Trainings, in the order of the table. */
    public List<TrainingRun> trainingRuns() {
        return trainingRuns;
    }

    /** Totals of everyday activities, in the order of the table. */
    public List<ReferenceTotal> referenceTotals() {
        return referenceTotals;
    }
}
