package dev.sillage.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.schema.FigureColumns;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class LivePlanTest {
    private static final Instant MOMENT = Instant.parse("2018-06-15T12:00:00Z");
    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    @Inject
    AgroalDataSource database;

    private Tables tables;

    /** Twenty tenants of 500 series and ten months of history, of whom each has 5 series that are active now. */
    @BeforeEach
    void fill() {
        tables = new Tables(database);
        String columns = "activities, functional_quantity, functional_activities, "
                + String.join(", ", FigureColumns.BOUNDS) + ", " + String.join(", ", FigureColumns.ACTIVITIES);
        String values = "1" + String.join("", Collections.nCopies(columns.split(",", -1).length - 1, ", 1"));
        tables.change(
                "INSERT INTO series (digest, tenant, kind, provider, model, zone, team, project, application,"
                        + " environment, methodology, factor_set, tier, warnings) SELECT gen_random_uuid(), 'plan-' || n % 20,"
                        + " 'email', '', n::text, '', '', 'plan', '', '', 'm', 'f', 'class', '' FROM generate_series(1, 10000) n");
        tables.change(
                "INSERT INTO rollup_minute (series_id, bucket, " + columns + ") SELECT id, timestamptz '2018-06-15"
                        + " 12:00Z' - n * interval '15 days', " + values
                        + " FROM series, generate_series(1, 20) n WHERE project = 'plan'");
        tables.change("INSERT INTO rollup_day (series_id, bucket, reported_on, " + columns + ") SELECT id, timestamptz"
                + " '2018-06-15 00:00Z' - n * interval '15 days', date '2018-06-15', " + values
                + " FROM series, generate_series(1, 20) n WHERE project = 'plan'");
        tables.change(
                "INSERT INTO rollup_minute (series_id, bucket, " + columns + ") SELECT id, timestamptz '2018-06-15"
                        + " 11:58Z', " + values + " FROM series WHERE project = 'plan' AND model::int <= 100");
        tables.change("INSERT INTO rollup_day (series_id, bucket, reported_on, " + columns + ") SELECT id, timestamptz"
                + " '2018-06-15 00:00Z', date '2018-06-15', " + values
                + " FROM series WHERE project = 'plan' AND model::int <= 100");
        tables.change("ANALYZE series, rollup_minute, rollup_day");
    }

    @AfterEach
    void forget() {
        for (String table : List.of("rollup_minute", "rollup_day")) {
            tables.change(
                    "DELETE FROM " + table + " WHERE series_id IN (SELECT id FROM series WHERE project = 'plan')");
        }
        tables.change("DELETE FROM series WHERE project = 'plan'");
        tables.change("ANALYZE series, rollup_minute, rollup_day");
    }

    @Test
    void aReadingTouchesOnlyWhatMovesNow() throws SQLException {
        String plan = plan();

        assertThat(plan)
                .contains("rollup_minute_by_time", "rollup_day_by_time")
                .doesNotContain("Seq Scan on rollup_minute", "Seq Scan on rollup_day");
        Matcher blocks = BLOCKS.matcher(plan);
        assertThat(blocks.find()).as(plan).isTrue();
        long touched =
                Long.parseLong(blocks.group(1)) + (blocks.group(2) == null ? 0 : Long.parseLong(blocks.group(2)));
        assertThat(touched).as(plan).isLessThan(500);
    }

    private String plan() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + LiveSql.TEXT)) {
            explain.unwrap(PGStatement.class).setPrepareThreshold(0);
            LiveReader.bind(explain, List.of("plan-0"), MOMENT);
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
