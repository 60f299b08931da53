package dev.sillage.reporting.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a table: a header, then one row per point and criterion, or per group and criterion when there is no
 * series. Each row says which time it really holds, so steps that are not whole can be seen, and by which methods,
 * factors and tiers, with which warnings, the figures of its group came.
 */
final class FootprintCsv {
    private final FootprintReport report;
    private final CsvWriter csv;

    private FootprintCsv(FootprintReport report, CsvWriter csv) {
        this.report = report;
        this.csv = csv;
    }

    static void write(FootprintQuery query, FootprintReport report, CsvWriter csv) {
        FootprintCsv table = new FootprintCsv(report, csv);
        table.header();
        if (query.interval() == Interval.NONE) {
            table.groups();
        } else {
            table.series(query.steps());
        }
    }

    private void header() {
        List<String> header = new ArrayList<>(List.of("from", "to"));
        header.addAll(report.groupBy());
        if (report.top() != null) {
            header.add("other");
        }
        header.addAll(List.of("criterion", "unit", "low", "central", "high", "activities", "all_activities"));
        header.addAll(List.of("methodologies", "tiers", "warnings"));
        header.addAll(CarbonIntensityCsv.HEADER);
        csv.writeRecord(header);
    }

    private void groups() {
        report.groups().forEach(group -> {
            GroupKey key = new GroupKey(group.key(), group.other());
            rows(report.from(), report.to(), key, group.aggregate(), group.provenance(), group.intensity());
        });
    }

    private void series(Steps steps) {
        Map<GroupKey, Provenance> provenance = report.groups().stream()
                .collect(Collectors.toMap(
                        group -> new GroupKey(group.key(), group.other()), FootprintReport.Group::provenance));
        report.series().forEach(point -> {
            Instant end = steps.end(steps.indexOf(point.time()));
            Instant from = point.time().isBefore(report.from()) ? report.from() : point.time();
            Instant to = end.isAfter(report.to()) ? report.to() : end;
            GroupKey key = new GroupKey(point.key(), point.other());
            rows(from, to, key, point.aggregate(), provenance.getOrDefault(key, report.provenance()), null);
        });
    }

    private void rows(
            Instant from,
            Instant to,
            GroupKey key,
            Aggregate aggregate,
            Provenance provenance,
            @Nullable CarbonIntensity intensity) {
        for (FootprintReport.CriterionUnit criterion : report.criteria()) {
            FigureSum sum = aggregate.figures().get(criterion.criterion());
            List<String> row = new ArrayList<>(List.of(from.toString(), to.toString()));
            report.groupBy()
                    .forEach(dimension -> row.add(CsvAnswer.safe(key.values().getOrDefault(dimension, ""))));
            if (report.top() != null) {
                row.add(String.valueOf(key.other()));
            }
            row.add(criterion.criterion());
            row.add(criterion.unit());
            row.add(sum == null ? "" : sum.low().toPlainString());
            row.add(sum == null ? "" : sum.central().toPlainString());
            row.add(sum == null ? "" : sum.high().toPlainString());
            row.add(sum == null ? "0" : String.valueOf(sum.activities()));
            row.add(String.valueOf(aggregate.activities()));
            row.add(CsvAnswer.safe(list(provenance.methodologies(), use -> use.methodology() + "@" + use.factorSet())));
            row.add(list(provenance.tiers().keySet(), tier -> tier));
            row.add(CsvAnswer.safe(list(provenance.warnings(), Provenance.WarningUse::warning)));
            row.addAll(CarbonIntensityCsv.cells(intensity));
            csv.writeRecord(row);
        }
    }

    private static <T> String list(Collection<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(" "));
    }
}
