package dev.sillage.reporting.intensity;

import dev.sillage.reporting.intensity.IntensityReport.Absent;
import dev.sillage.reporting.intensity.IntensityReport.Group;
import dev.sillage.reporting.intensity.IntensityReport.Intensity;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.Dimension;
import dev.sillage.reporting.query.Filter;
import dev.sillage.reporting.query.FootprintQuery;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.GroupKey;
import dev.sillage.reporting.query.QueryParameters;
import dev.sillage.reporting.query.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Divides figures by what was delivered. A quantity that was not measured is absent with its reason, never zero. */
@ApplicationScoped
class Intensities {
    /** Up to how many activities of the tenant in the range are looked into for what no rollup holds. */
    static final long MAX_READ = 5_000;

    private static final int MAX_ROWS = 5_000;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Snapshot snapshot;
    private final FootprintReader reader;
    private final DeliveredReader delivered;
    private final CountedReader counted;

    Intensities(Snapshot snapshot, FootprintReader reader, DeliveredReader delivered, CountedReader counted) {
        this.snapshot = snapshot;
        this.reader = reader;
        this.delivered = delivered;
        this.counted = counted;
    }

    /**
     * The figures of a query per unit.
     *
     * @param users how many there are, as the caller says; null to count them
     */
    IntensityReport report(FootprintQuery query, List<Unit> units, @Nullable Integer users, String tenant)
            throws SQLException {
        List<Group> groups = snapshot.read(tenant, connection -> groups(connection, query, units, users, tenant));
        return new IntensityReport(
                query.from(),
                query.to(),
                query.groupBy().stream().map(Dimension::wireName).toList(),
                query.filters().stream().map(Filter::text).toList(),
                groups);
    }

    private List<Group> groups(
            Connection connection, FootprintQuery query, List<Unit> units, @Nullable Integer users, String tenant)
            throws SQLException {
        List<Dividend> dividends = Dividend.of(query.criteria());
        List<Delivered> rows = delivered.read(connection, query, dividends, tenant, MAX_ROWS + 1);
        if (rows.size() > MAX_ROWS) {
            throw Problem.tooManyPoints(
                    QueryParameters.GROUP_BY,
                    "There would be more than " + MAX_ROWS + " intensities. Group by fewer dimensions, or filter.");
        }
        List<Unit> looked = units.stream()
                .filter(unit -> unit == Unit.THOUSAND_TOKENS || (unit == Unit.USER && users == null))
                .toList();
        boolean fits = !looked.isEmpty()
                && reader.total(connection, query.unfiltered(), tenant).activities() <= MAX_READ;
        Map<GroupKey, Counted> countedOf = (fits
                        ? counted.read(connection, query, looked, dividends, tenant)
                        : List.<Counted>of())
                .stream().collect(Collectors.toMap(Counted::key, Function.identity()));
        Map<GroupKey, List<Delivered>> deliveredOf =
                rows.stream().collect(Collectors.groupingBy(Delivered::key, LinkedHashMap::new, Collectors.toList()));
        if (query.groupBy().isEmpty()) {
            deliveredOf.putIfAbsent(new GroupKey(Map.of(), false), List.of());
        }
        List<Group> groups = new ArrayList<>();
        deliveredOf.forEach((key, of) -> {
            Division division = new Division(dividends, of, fits, countedOf.get(key), users);
            groups.add(new Group(
                    key.values(),
                    of.stream().mapToLong(Delivered::activities).sum(),
                    units.stream().flatMap(unit -> division.by(unit).stream()).toList()));
        });
        return groups;
    }

    /** The figures of one group. */
    private record Division(
            List<Dividend> dividends,
            List<Delivered> delivered,
            boolean looked,
            @Nullable Counted counted,
            @Nullable Integer users) {

        List<Intensity> by(Unit unit) {
            return switch (unit) {
                case PROMPT, HOUR -> byFunctionalUnit(unit);
                case THOUSAND_TOKENS -> List.of(byTokens());
                case ACTIVITY ->
                    List.of(of(unit, null, "the number of activities in the rollups", Map.copyOf(perActivity())));
                case USER -> List.of(byUsers());
            };
        }

        private List<Intensity> byFunctionalUnit(Unit unit) {
            List<Intensity> intensities = delivered.stream()
                    .filter(each -> unit.functionalUnits().contains(each.functionalUnit()))
                    .map(each -> of(
                            unit, each.functionalUnit(), "the functional quantity in the rollups", each.perQuantity()))
                    .toList();
            return intensities.isEmpty() ? List.of(of(unit, null, null, Map.of())) : intensities;
        }

        private Intensity byTokens() {
            Unit unit = Unit.THOUSAND_TOKENS;
            if (!looked) {
                return tooMany(unit, "Ask for a shorter range.");
            }
            Map<String, Quotient> perThousand = new LinkedHashMap<>();
            if (counted != null) {
                counted.per(unit)
                        .forEach((name, of) ->
                                perThousand.put(name, of.per(of.quantity().divide(THOUSAND))));
            }
            return of(unit, null, "inputTokens and outputTokens of the activities in the ledger", perThousand);
        }

        private Intensity byUsers() {
            Unit unit = Unit.USER;
            if (users != null) {
                BigDecimal number = BigDecimal.valueOf(users);
                Map<String, Quotient> perUser = new LinkedHashMap<>();
                perActivity().forEach((name, of) -> perUser.put(name, of.per(number)));
                return of(unit, null, "the parameter users", perUser);
            }
            if (!looked) {
                return tooMany(unit, "Ask for a shorter range, or give their number as users.");
            }
            return of(
                    unit,
                    null,
                    "different subjects of the activities in the ledger",
                    counted == null ? Map.of() : counted.per(unit));
        }

        private Map<String, Quotient> perActivity() {
            Map<String, Quotient> sums = new LinkedHashMap<>();
            delivered.forEach(each -> each.perActivity().forEach((name, of) -> sums.merge(name, of, Quotient::plus)));
            return sums;
        }

        private Intensity of(
                Unit unit, @Nullable String functionalUnit, @Nullable String countedBy, Map<String, Quotient> sums) {
            Map<String, Quotient.PerUnit> figures = new LinkedHashMap<>();
            for (Dividend dividend : dividends) {
                Quotient quotient = sums.get(dividend.name());
                if (quotient != null && quotient.quantity().signum() > 0) {
                    figures.put(dividend.name(), quotient.perUnit(dividend.unit()));
                }
            }
            return figures.isEmpty()
                    ? new Intensity(unit.wireName(), functionalUnit, null, Map.of(), nothing(unit))
                    : new Intensity(unit.wireName(), functionalUnit, countedBy, figures, null);
        }

        private Absent nothing(Unit unit) {
            if (delivered.isEmpty()) {
                return new Absent("no-activities", "There is no activity. Ask for another range, or filter less.");
            }
            return new Absent(
                    "nothing-measured",
                    "No activity tells both a figure and how many " + unit.words() + " it stands for."
                            + (unit == Unit.USER ? " Send a subject with events, or give their number as users." : ""));
        }

        private static Intensity tooMany(Unit unit, String mend) {
            return new Intensity(
                    unit.wireName(),
                    null,
                    null,
                    Map.of(),
                    new Absent(
                            "too-many-activities",
                            "How many " + unit.words() + " there are is told by the activities alone, which are looked"
                                    + " into up to " + MAX_READ + " in a range. " + mend));
        }
    }
}
