package dev.sillage.reporting.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.query.Dimension;
import dev.sillage.reporting.query.Filter;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.SqlText;
import dev.sillage.reporting.query.TimeRange;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three activities of one project stand at the beginning of a month, with 100000 of another after them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ActivityCostTest {
    private static final Instant TIME = Instant.parse("2020-05-01T00:00:00Z");
    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final int FEW_BLOCKS = 300;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void fill() {
        List<FootprintEvent> rare = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rare.add(Footprints.prompt("rare-" + i, TIME.plusSeconds(i), "rare"));
        }
        rare.add(Footprints.prompt("frequent", TIME.plusSeconds(10), "frequent"));
        Log.report(servers, database, rare);
        Tables tables = new Tables(database);
        tables.change("INSERT INTO ledger (activity_digest, tenant, source, activity_id, series_id, retention_months,"
                + " occurred_at, accepted_at, footprint_id) SELECT gen_random_uuid(), tenant, 'urn:test:filling', n,"
                + " series_id, retention_months, occurred_at + n * interval '1 second', accepted_at, footprint_id"
                + " FROM ledger, generate_series(1, 100000) n WHERE source = 'urn:test:frequent'");
        tables.change("ANALYZE ledger");
    }

    @AfterEach
    void empty() {
        Tables tables = new Tables(database);
        tables.change("DELETE FROM ledger WHERE source = 'urn:test:filling'");
        // Else the next test reads what this one removed.
        tables.change("VACUUM ledger");
    }

    @Test
    void whatIsRareIsFoundWithoutReadingWhatIsFrequent() throws SQLException {
        ActivitySelection rare =
                ActivitySelection.of(TimeRange.ALL, List.of(new Filter(Dimension.PROJECT, "rare", false)));

        String plan =
                plan(ActivitySql.newestOfSeries(Footprints.TENANT, rare, TIME, Cursor.before(TimeRange.ALL.to()), 21));

        assertThat(plan).contains("rows=3");
        assertThat(blocks(plan)).as(plan).isLessThan(FEW_BLOCKS);
    }

    @Test
    void aPageDeepInTheListCostsNoMoreThanTheFirst() throws SQLException {
        ActivitySelection all = ActivitySelection.of(TimeRange.ALL, List.of());

        String deep = plan(ActivitySql.newest(Footprints.TENANT, all, Cursor.before(TIME.plusSeconds(50_000)), 21));

        assertThat(deep).contains("rows=21");
        assertThat(blocks(deep)).as(deep).isLessThan(FEW_BLOCKS);
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
        try (Connection connection = database.getConnection()) {
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
