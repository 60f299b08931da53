package dev.sillage.reporting.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.query.Aggregate;
import dev.sillage.reporting.query.Provenance;
import dev.sillage.reporting.query.Provenance.MethodologyUse;
import dev.sillage.reporting.schema.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The whole state of a tenant's figures now, in the shape of its JSON. Equal figures are equal texts.
 *
 * @param criteria the criteria and their units
 * @param today the day of UTC that runs, whole
 * @param lastMinutes the whole minutes before the one that runs, and that one
 * @param rates of the last whole minute
 */
record LiveFigures(List<CriterionUnit> criteria, Period today, LastMinutes lastMinutes, Rates rates) {
    /** More ways of computing than that in one day are not told one by one. */
    static final int MAX_METHODOLOGIES = 100;

    private static final List<CriterionUnit> CRITERIA = Arrays.stream(Criterion.values())
            .map(criterion -> new CriterionUnit(criterion.wireName(), criterion.unit()))
            .toList();

    record CriterionUnit(String criterion, String unit) {}

    /**
     * What was in a span of time, and how it was computed.
     *
     * @param methodologiesLeftOut how many methods and factor sets are not listed because there are too many
     */
    record Period(
            Instant from,
            Instant to,
            @JsonUnwrapped Aggregate aggregate,
            @JsonUnwrapped Provenance provenance,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int methodologiesLeftOut) {

        static Period of(Instant from, Instant to, List<Cell> cells) {
            Provenance all = Provenance.of(cells.stream().map(Cell::quality).toList());
            List<MethodologyUse> uses = all.methodologies().stream()
                    .sorted(Comparator.comparingLong(MethodologyUse::activities).reversed())
                    .toList();
            int told = Math.min(uses.size(), MAX_METHODOLOGIES);
            return new Period(
                    from,
                    to,
                    sum(cells),
                    new Provenance(uses.subList(0, told), all.tiers(), all.warnings()),
                    uses.size() - told);
        }
    }

    /**
     * The last minutes together and one by one.
     *
     * @param series every minute, also one without activities; the last one runs
     */
    record LastMinutes(@JsonUnwrapped Period period, List<Minute> series) {}

    record Minute(Instant time, @JsonUnwrapped Aggregate aggregate) {}

    static LiveFigures of(Instant now, List<Cell> cells) {
        Instant day = Rollup.DAY.floor(now);
        Instant running = Rollup.MINUTE.floor(now);
        Instant first = running.minus(Duration.ofMinutes(LiveSql.MINUTES));
        List<Minute> series = new ArrayList<>();
        for (Instant time = first; !time.isAfter(running); time = Rollup.MINUTE.next(time)) {
            series.add(new Minute(time, sum(those(cells, isIn(time)))));
        }
        Minute lastWhole = series.get(series.size() - 2);
        return new LiveFigures(
                CRITERIA,
                Period.of(day, Rollup.DAY.next(day), those(cells, cell -> cell.minute() == null)),
                new LastMinutes(
                        Period.of(first, Rollup.MINUTE.next(running), those(cells, cell -> cell.minute() != null)),
                        series),
                Rates.of(lastWhole.time(), Rollup.MINUTE.next(lastWhole.time()), lastWhole.aggregate()));
    }

    private static Predicate<Cell> isIn(Instant minute) {
        return cell -> Objects.equals(cell.minute(), minute);
    }

    private static List<Cell> those(List<Cell> cells, Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).toList();
    }

    private static Aggregate sum(List<Cell> cells) {
        return cells.stream().map(Cell::aggregate).reduce(Aggregate.NOTHING, Aggregate::plus);
    }
}
