package dev.sillage.reporting.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.sillage.reporting.schema.Rollup;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as CSV (RFC 4180, UTF-8): a header, then one row per point and criterion, or per group and criterion when
 * there is no series. Each row says which time it really holds, so steps that are not whole can be seen, and by
 * which methods, factors and tiers, with which warnings, the figures of its group came.
 */
final class CsvReport {
    static final String MEDIA_TYPE = "text/csv";
    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8.name());

    /** Characters that make a spreadsheet take a cell for a formula (OWASP: CSV injection). */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private CsvReport() {}

    static Response response(FootprintQuery query, FootprintReport report) {
        StreamingOutput body = output -> {
            try (CsvWriter csv = CsvWriter.builder().build(output, StandardCharsets.UTF_8)) {
                write(query, report, csv);
            }
        };
        return Response.ok(body, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"footprints.csv\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static void write(FootprintQuery query, FootprintReport report, CsvWriter csv) {
        List<String> header = new ArrayList<>(List.of("from", "to"));
        header.addAll(report.groupBy());
        header.addAll(List.of("criterion", "unit", "low", "central", "high", "activities", "all_activities"));
        header.addAll(List.of("methodologies", "tiers", "warnings"));
        header.addAll(CarbonIntensityCsv.HEADER);
        csv.writeRecord(header);
        Map<Map<String, String>, Provenance> provenance = report.groups().stream()
                .collect(Collectors.toMap(FootprintReport.Group::key, FootprintReport.Group::provenance));
        Rollup step = query.interval().rollup();
        if (step == null) {
            report.groups()
                    .forEach(group -> rows(
                            report,
                            csv,
                            report.from(),
                            report.to(),
                            group.key(),
                            group.aggregate(),
                            group.provenance(),
                            group.intensity()));
        } else {
            report.series().forEach(point -> {
                Instant end = step.next(point.time());
                Instant from = point.time().isBefore(report.from()) ? report.from() : point.time();
                Instant to = end.isAfter(report.to()) ? report.to() : end;
                rows(
                        report,
                        csv,
                        from,
                        to,
                        point.key(),
                        point.aggregate(),
                        provenance.getOrDefault(point.key(), report.provenance()),
                        null);
            });
        }
    }

    private static void rows(
            FootprintReport report,
            CsvWriter csv,
            Instant from,
            Instant to,
            Map<String, String> key,
            Aggregate aggregate,
            Provenance provenance,
            @Nullable CarbonIntensity intensity) {
        for (FootprintReport.CriterionUnit criterion : report.criteria()) {
            FigureSum sum = aggregate.figures().get(criterion.criterion());
            List<String> row = new ArrayList<>(List.of(from.toString(), to.toString()));
            key.values().forEach(value -> row.add(safe(value)));
            row.add(criterion.criterion());
            row.add(criterion.unit());
            row.add(sum == null ? "" : sum.low().toPlainString());
            row.add(sum == null ? "" : sum.central().toPlainString());
            row.add(sum == null ? "" : sum.high().toPlainString());
            row.add(sum == null ? "0" : String.valueOf(sum.activities()));
            row.add(String.valueOf(aggregate.activities()));
            row.add(safe(list(provenance.methodologies(), use -> use.methodology() + "@" + use.factorSet())));
            row.add(list(provenance.tiers().keySet(), tier -> tier));
            row.add(safe(list(provenance.warnings(), Provenance.WarningUse::warning)));
            row.addAll(CarbonIntensityCsv.cells(intensity));
            csv.writeRecord(row);
        }
    }

    private static <T> String list(Collection<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(" "));
    }

    /** An apostrophe in front, which spreadsheets take for "this is text". */
    private static String safe(String value) {
        return !value.isEmpty() && FORMULA_BEGINNINGS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
