package dev.sillage.reporting.export;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.export.TenantSums.Group;
import dev.sillage.reporting.export.TenantSums.Provenance;
import dev.sillage.reporting.export.TenantSums.Sum;
import dev.sillage.reporting.query.Snapshot;
import dev.sillage.reporting.schema.FigureColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what is in a tenant's report, all of it of one moment. */
@ApplicationScoped
class SumsReader {
    private final Snapshot snapshot;
    private final ExportConfig config;

    SumsReader(Snapshot snapshot, ExportConfig config) {
        this.snapshot = snapshot;
        this.config = config;
    }

    TenantSums read(String tenant) throws SQLException {
        return snapshot.read(tenant, connection -> read(connection, tenant));
    }

    private TenantSums read(Connection connection, String tenant) throws SQLException {
        Instant readAt = Instant.now();
        List<Group> groups = new ArrayList<>();
        long teamsInOther = 0;
        try (PreparedStatement statement = connection.prepareStatement(SumsSql.GROUPS)) {
            statement.setString(1, tenant);
            statement.setInt(2, config.teams());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    groups.add(group(rows));
                    teamsInOther = rows.getLong("teams_in_other");
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(SumsSql.EVER)) {
            statement.setString(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new TenantSums(
                        readAt, List.copyOf(groups), teamsInOther, row.getLong("reported"), row.getLong("amended"));
            }
        }
    }

    private static Group group(ResultSet row) throws SQLException {
        Map<Criterion, Sum> figures = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            long activities = row.getLong(FigureColumns.activities(criterion));
            if (activities > 0) {
                int first = FigureColumns.firstBound(criterion);
                figures.put(
                        criterion,
                        new Sum(bound(row, first), bound(row, first + 1), bound(row, first + 2), activities));
            }
        }
        return new Group(
                row.getString("kind"),
                row.getString("team"),
                row.getLong("activities"),
                figures,
                new Provenance(
                        words(row, "methodology"),
                        words(row, "factor_set"),
                        words(row, "tier"),
                        words(row, "warnings")));
    }

    private static BigDecimal bound(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(FigureColumns.BOUNDS.get(column));
    }

    /** Each word of each text once. */
    private static List<String> words(ResultSet row, String column) throws SQLException {
        TreeSet<String> words = new TreeSet<>();
        for (String text : (String[]) row.getArray(column).getArray()) {
            Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return List.copyOf(words);
    }
}
