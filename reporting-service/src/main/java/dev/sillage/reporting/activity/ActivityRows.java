package dev.sillage.reporting.activity;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.activity.StoredActivity.Delivery;
import dev.sillage.reporting.activity.StoredActivity.UnitFigure;
import dev.sillage.reporting.schema.FigureColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From rows of the ledger and its series to activities. */
final class ActivityRows {
    /** What {@link #read} reads, of the ledger {@code l} and the series {@code s}. */
    static final String COLUMNS = "l.activity_digest, l.source, l.activity_id, s.kind, l.occurred_at, l.accepted_at,"
            + " l.recorded_at, l.labels, s.provider, s.model, s.zone, s.region, s.methodology, s.factor_set, s.tier, s.warnings,"
            + " s.functional_unit, l.functional_quantity, l.activity_data, l.footprint_id, "
            + String.join(
                    ", ",
                    FigureColumns.BOUNDS.stream().map(column -> "l." + column).toList());

    private ActivityRows() {}

    static StoredActivity read(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("functional_quantity");
        return new StoredActivity(
                row.getString("source"),
                row.getString("activity_id"),
                row.getString("kind"),
                instant(row, "occurred_at"),
                instant(row, "accepted_at"),
                instant(row, "recorded_at"),
                row.getString("labels") == null ? "{}" : row.getString("labels"),
                absentIfEmpty(row.getString("provider")),
                absentIfEmpty(row.getString("model")),
                absentIfEmpty(row.getString("zone")),
                absentIfEmpty(row.getString("region")),
                figures(row),
                row.getString("methodology"),
                row.getString("factor_set"),
                row.getString("tier"),
                row.getString("warnings").isEmpty()
                        ? List.of()
                        : List.of(row.getString("warnings").split(" ", -1)),
                quantity == null ? null : new Delivery(row.getString("functional_unit"), plain(quantity)),
                row.getString("activity_data"),
                row.getObject("footprint_id", UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, UnitFigure> figures(ResultSet row) throws SQLException {
        Map<String, UnitFigure> figures = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            int first = FigureColumns.firstBound(criterion);
            BigDecimal low = row.getBigDecimal(FigureColumns.BOUNDS.get(first));
            if (low != null) {
                figures.put(
                        criterion.wireName(),
                        new UnitFigure(
                                criterion.unit(),
                                plain(low),
                                plain(row.getBigDecimal(FigureColumns.BOUNDS.get(first + 1))),
                                plain(row.getBigDecimal(FigureColumns.BOUNDS.get(first + 2)))));
            }
        }
        return figures;
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
