package dev.sillage.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.schema.FigureColumns;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One tenant has twenty series with ten days each, beside those of 49 others. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class QuestionCostTest {
    private static final String TENANT = "cost-0";
    private static final int TENANTS = 50;
    private static final int SERIES = 20;
    private static final int DAYS = 10;
    private static final int FEW_BLOCKS = 150;
    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final String OURS = "SELECT id FROM series WHERE tenant LIKE 'cost-%'";

    @Inject
    AgroalDataSource database;

    @Inject
    TenantDatabase tenants;

    @BeforeEach
    void fill() {
        List<String> sums = Stream.of(
                        Stream.of("activities"), FigureColumns.BOUNDS.stream(), FigureColumns.ACTIVITIES.stream())
                .flatMap(columns -> columns)
                .toList();
        Tables tables = new Tables(database);
        tables.change("INSERT INTO series (digest, tenant, kind, provider, model, zone, team, project, application,"
                + " environment, methodology, factor_set, tier, warnings) SELECT gen_random_uuid(), 'cost-' || t, 'email',"
                + " '', '', '', 'team-' || s, '', '', '', 'm', 'f', 'class', '' FROM generate_series(0, "
                + (TENANTS - 1) + ") t, generate_series(0, "
                + (SERIES - 1) + ") s");
        tables.change("INSERT INTO rollup_day (series_id, bucket, reported_on, " + String.join(", ", sums) + ")"
                + " SELECT s.id, timestamptz '2026-01-01T00:00:00Z' + d * interval '24 hours', '2026-06-01', "
                + sums.stream().map(sum -> "1").collect(Collectors.joining(", "))
                + " FROM generate_series(0, " + (DAYS - 1)
                + ") d, series s WHERE s.tenant LIKE 'cost-%' ORDER BY s.id, d");
        tables.change("VACUUM ANALYZE rollup_day");
        tables.change("VACUUM ANALYZE series");
    }

    @AfterEach
    void empty() {
        Tables tables = new Tables(database);
        tables.change("DELETE FROM rollup_day WHERE series_id IN (" + OURS + ")");
        tables.change("DELETE FROM series WHERE tenant LIKE 'cost-%'");
        tables.change("VACUUM rollup_day");
    }

    @Test
    void theSumsOfOthersAreNotRead() throws SQLException {
        FootprintQuery query = new FootprintQuery(
                new TimeRange(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")),
                ZoneOffset.UTC,
                Interval.DAY,
                List.of(Dimension.TEAM),
                List.of(),
                List.of(Criterion.values()),
                null);

        String plan =
                plan(RollupSql.points(query, query.steps(), new Grouping.ByValue(query.groupBy()), TENANT, 20_000));

        assertThat(plan).contains("rows=200");
        assertThat(blocks(plan)).as(plan).isLessThan(FEW_BLOCKS);
    }

    /** Of the whole statement, which stand in the first line of the plan that has any. */
    private static int blocks(String plan) {
        return BLOCKS.matcher(plan)
                .results()
                .findFirst()
                .map(found -> number(found.group(1)) + number(found.group(2)))
                .orElseThrow();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private String plan(SqlText sql) throws SQLException {
        try (TenantConnection tenant = tenants.open(TENANT)) {
            Connection connection = tenant.jdbc();
            Connection explaining = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> method.invoke(
                            connection,
                            method.getName().equals("prepareStatement")
                                    ? new Object[] {"EXPLAIN (ANALYZE, BUFFERS) " + arguments[0]}
                                    : arguments));
            return String.join("\n", FootprintReader.rows(explaining, sql, row -> row.getString(1)));
        }
    }
}
