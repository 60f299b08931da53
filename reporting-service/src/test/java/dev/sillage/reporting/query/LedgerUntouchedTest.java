package dev.sillage.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class LedgerUntouchedTest {
    @Inject
    AgroalDataSource database;

    static Stream<FootprintQuery> queries() {
        return Stream.of("UTC", "Europe/Paris", "Asia/Kolkata").flatMap(zone -> Stream.of(Interval.values())
                .flatMap(interval -> Stream.of(
                        query(zone, interval, List.of(), null),
                        query(zone, interval, List.of(Dimension.TEAM, Dimension.KIND), null),
                        query("UTC", Interval.DAY, List.of(Dimension.MODEL), LocalDate.parse("2026-01-31")))));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void noQuestionAboutFiguresReadsTheLedger(FootprintQuery query) throws SQLException {
        Grouping byValue = new Grouping.ByValue(query.groupBy());
        Grouping largest =
                new Grouping.Largest(List.of(Dimension.TEAM), List.of(new GroupKey(Map.of("team", "search"), false)));
        RankedBy energy = new RankedBy(Criterion.ENERGY);

        List<String> plans = new ArrayList<>();
        plans.add(plan(RollupSql.points(query, query.steps(), byValue, "local", 100)));
        plans.add(plan(RollupSql.points(query, query.steps(), largest, "local", 100)));
        plans.add(plan(RollupSql.qualities(query, byValue, "local")));
        plans.add(plan(RollupSql.delivered(query, largest, "local")));
        plans.add(plan(RollupSql.origins(query, "local", 100)));
        if (!query.groupBy().isEmpty()) {
            plans.add(plan(RollupSql.ranking(query, energy, "local", 5)));
        }

        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan).contains("rollup_").doesNotContain("ledger"));
    }

    private String plan(SqlText sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Connection explaining = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> method.invoke(
                            connection,
                            method.getName().equals("prepareStatement")
                                    ? new Object[] {"EXPLAIN " + arguments[0]}
                                    : arguments));
            return String.join("\n", FootprintReader.rows(explaining, sql, row -> row.getString(1)));
        }
    }

    private static FootprintQuery query(
            String zone, Interval interval, List<Dimension> groupBy, @Nullable LocalDate asOf) {
        return new FootprintQuery(
                new TimeRange(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-09T00:00:00Z")),
                ZoneId.of(zone),
                interval,
                groupBy,
                List.of(new Filter(Dimension.PROJECT, "a", false), new Filter(Dimension.TEAM, "b", true)),
                List.of(Criterion.values()),
                asOf);
    }
}
