package dev.sillage.reporting.avoided;

import dev.sillage.reporting.avoided.AvoidedReport.Avoidance;
import dev.sillage.reporting.avoided.AvoidedReport.Bounds;
import dev.sillage.reporting.avoided.AvoidedReport.LeverSum;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was avoided, per lever and one by one. */
@ApplicationScoped
class AvoidedReader {
    private static final int LIMIT_SECONDS = 10;
    private static final String RANGE = " WHERE tenant = ? AND occurred_at >= ? AND occurred_at < ?";
    private static final String SUMS = "SELECT lever, NOT public_use AS internal_only, count(*) AS activities,"
            + " sum(avoided_low) AS avoided_low, sum(avoided_central) AS avoided_central,"
            + " sum(avoided_high) AS avoided_high, sum(second_order_low) AS second_order_low,"
            + " sum(second_order_central) AS second_order_central, sum(second_order_high) AS second_order_high,"
            + " count(*) FILTER (WHERE first_order_central IS NULL) AS first_order_unknown FROM avoidance" + RANGE
            + " GROUP BY 1, 2 ORDER BY 1, 2";
    private static final String NEWEST =
            "SELECT * FROM avoidance" + RANGE + " ORDER BY occurred_at DESC, activity_digest DESC LIMIT ?";

    private final TenantDatabase database;

    AvoidedReader(TenantDatabase database) {
        this.database = database;
    }

    List<LeverSum> sums(String tenant, Instant from, Instant to) throws SQLException {
        List<LeverSum> sums = new ArrayList<>();
        try (TenantConnection connection = database.open(tenant);
                PreparedStatement read = connection.jdbc().prepareStatement(SUMS)) {
            bind(read, tenant, from, to);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    Bounds avoided = bounds(row, "avoided");
                    sums.add(new LeverSum(
                            row.getString("lever"),
                            row.getBoolean("internal_only"),
                            row.getLong("activities"),
                            effect(avoided),
                            avoided,
                            bounds(row, "second_order"),
                            row.getLong("first_order_unknown")));
                }
            }
        }
        return sums;
    }

    List<Avoidance> newest(String tenant, Instant from, Instant to, int count) throws SQLException {
        List<Avoidance> newest = new ArrayList<>();
        try (TenantConnection connection = database.open(tenant);
                PreparedStatement read = connection.jdbc().prepareStatement(NEWEST)) {
            bind(read, tenant, from, to);
            read.setInt(4, count);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    newest.add(avoidance(row));
                }
            }
        }
        return newest;
    }

    private static Avoidance avoidance(ResultSet row) throws SQLException {
        Bounds avoided = bounds(row, "avoided");
        String zone = row.getString("zone");
        String warnings = row.getString("warnings");
        return new Avoidance(
                row.getString("source"),
                row.getString("activity_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("labels") == null ? "{}" : row.getString("labels"),
                row.getString("lever"),
                zone.isEmpty() ? null : zone,
                effect(avoided),
                avoided,
                bounds(row, "second_order"),
                boundsIfKnown(row, "first_order"),
                boundsIfKnown(row, "rebound"),
                row.getString("reference"),
                row.getString("evidence"),
                row.getString("rebound_statement"),
                row.getString("tier"),
                !row.getBoolean("public_use"),
                row.getString("methodology"),
                row.getString("factor_set"),
                warnings.isEmpty() ? List.of() : List.of(warnings.split(" ", -1)),
                row.getString("activity_data"));
    }

    private static void bind(PreparedStatement read, String tenant, Instant from, Instant to) throws SQLException {
        read.setQueryTimeout(LIMIT_SECONDS);
        read.setString(1, tenant);
        read.setObject(2, from.atOffset(ZoneOffset.UTC));
        read.setObject(3, to.atOffset(ZoneOffset.UTC));
    }

    private static String effect(Bounds avoided) {
        if (avoided.low().signum() > 0) {
            return "avoided";
        }
        return avoided.high().signum() < 0 ? "added" : "uncertain";
    }

    private static @Nullable Bounds boundsIfKnown(ResultSet row, String name) throws SQLException {
        return row.getBigDecimal(name + "_central") == null ? null : bounds(row, name);
    }

    private static Bounds bounds(ResultSet row, String name) throws SQLException {
        return new Bounds(
                plain(row.getBigDecimal(name + "_low")),
                plain(row.getBigDecimal(name + "_central")),
                plain(row.getBigDecimal(name + "_high")));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
