package dev.sillage.ingestion.csv;

import dev.sillage.activity.ActivityKind;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of CodeCarbon's {@code emissions.csv}. A row tells the totals of its run so far, so that of several rows of a
 * run each counts what came since the row before; the same file sent again is the same events. {@code energy_consumed} holds
 * CodeCarbon's own PUE (emissions_tracker.py, _do_measurements), which is taken out again: ours is applied later. Emissions
 * are not read: they are computed here, by factors that can be followed.
 */
final class CodeCarbonRuns {
    static final String SOURCE = "urn:sillage:codecarbon";

    private static final List<String> NEEDED = List.of("timestamp", "run_id", "duration", "energy_consumed");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_EXPONENT = 30;
    private static final int DIGITS = 15;
    private static final MathContext PRECISION = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private final ActivityKind kind;
    private final ZoneId zone;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Totals> byRun = new HashMap<>();

    private record Totals(BigDecimal seconds, BigDecimal energyKwh) {
        static final Totals NONE = new Totals(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** A row that cannot be read. */
    static final class RowRefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        RowRefusedException(ProblemType type, String detail, String column) {
            super(detail, null, false, false);
            this.finding = new Finding(type, detail, "/" + column);
        }

        Finding finding() {
            return finding;
        }
    }

    /**
     * @param kind compute or model training
     * @param zone of the machine that wrote the times
     * @throws RequestRefusedException when a column is missing
     */
    CodeCarbonRuns(ActivityKind kind, ZoneId zone, List<String> names) {
        this.kind = kind;
        this.zone = zone;
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        for (String name : NEEDED) {
            if (!columns.containsKey(name)) {
                throw new RequestRefusedException(
                        ProblemType.MALFORMED_CSV, "There is no column " + name + ", which emissions.csv has.");
            }
        }
    }

    /** The event of a row; rows of the same run in their order. */
    CsvEvent event(List<String> row) throws RowRefusedException {
        String run = text(row, "run_id");
        String timestamp = text(row, "timestamp");
        if (run == null || timestamp == null) {
            throw new RowRefusedException(
                    ProblemType.MISSING_MEMBER, "The row has no run_id or no timestamp.", "run_id");
        }
        BigDecimal pue = number(row, "pue", BigDecimal.ONE);
        if (pue.compareTo(BigDecimal.ONE) < 0) {
            throw new RowRefusedException(ProblemType.OUT_OF_RANGE, "The PUE is less than 1.", "pue");
        }
        Totals totals = new Totals(number(row, "duration", null), number(row, "energy_consumed", null));
        Totals before = byRun.getOrDefault(run, Totals.NONE);
        BigDecimal energyKwh = totals.energyKwh().subtract(before.energyKwh());
        BigDecimal hours = totals.seconds().subtract(before.seconds()).divide(SECONDS_PER_HOUR, PRECISION);
        if (energyKwh.signum() < 0 || hours.signum() < 0) {
            throw new RowRefusedException(
                    ProblemType.OUT_OF_RANGE,
                    "The run has less energy or time than in the row before; its rows must be in their order.",
                    "energy_consumed");
        }
        CsvEvent event = new CsvEvent(kind, SOURCE);
        event.attribute("id", run + ":" + timestamp);
        event.attribute("time", time(timestamp));
        event.data("measuredEnergyKwh", energyKwh.divide(pue, PRECISION).toPlainString());
        String project = text(row, "project_name");
        if (project != null) {
            event.label("project", project);
        }
        place(event, row);
        if (kind == ActivityKind.COMPUTE) {
            event.data("vcpuHours", times(hours, number(row, "cpu_count", BigDecimal.ZERO)));
            event.data("memoryGbHours", times(hours, number(row, "ram_total_size", BigDecimal.ZERO)));
        }
        BigDecimal gpus = number(row, "gpu_count", BigDecimal.ZERO);
        if (gpus.signum() > 0) {
            event.data("gpuHours", times(hours, gpus));
        }
        byRun.put(run, totals);
        return event;
    }

    /** The country where CodeCarbon found the machine, or the cloud's region where it found one. */
    private void place(CsvEvent event, List<String> row) {
        String country = text(row, "country_iso_code");
        if (kind == ActivityKind.MODEL_TRAINING) {
            if (country != null) {
                event.data("zone", country);
            }
            return;
        }
        String provider = text(row, "cloud_provider");
        String region = text(row, "cloud_region");
        if (provider != null && region != null) {
            event.data("provider", provider);
            event.data("region", region);
        } else if (country != null) {
            event.data("region", country);
        }
    }

    private String time(String timestamp) throws RowRefusedException {
        try {
            return LocalDateTime.parse(timestamp).atZone(zone).toInstant().toString();
        } catch (DateTimeException e) {
            throw new RowRefusedException(
                    ProblemType.INVALID_TIME, "The timestamp has not the form 2026-11-23T09:30:00.", "timestamp");
        }
    }

    private static String times(BigDecimal hours, BigDecimal count) {
        return hours.multiply(count, PRECISION).toPlainString();
    }

    private @Nullable String text(List<String> row, String column) {
        Integer index = columns.get(column);
        String text = index == null ? "" : row.get(index).strip();
        return text.isEmpty() ? null : text;
    }

    private BigDecimal number(List<String> row, String column, @Nullable BigDecimal otherwise)
            throws RowRefusedException {
        String text = text(row, column);
        if (text == null && otherwise != null) {
            return otherwise;
        }
        if (text != null && text.length() <= MAX_NUMBER_LENGTH) {
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.signum() >= 0 && Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below like any other value.
            }
        }
        throw new RowRefusedException(ProblemType.OUT_OF_RANGE, column + " must be a number from 0 to 1e30.", column);
    }
}
