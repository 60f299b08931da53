package dev.sillage.reporting.activity;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.activity.StoredActivity.UnitFigure;
import dev.sillage.reporting.query.CsvAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Activities as a table, one row each. Only one page of it is in memory, and no connection of the database is held while
 * the reader takes its time.
 */
@ApplicationScoped
class ActivityCsv {
    static final List<String> BOUNDS = List.of("low", "central", "high");
    private static final int PAGE = 500;
    private static final long MAX_ROWS = 1_000_000;

    private final ActivityList activities;
    private final ActivityCount count;

    ActivityCsv(ActivityList activities, ActivityCount count) {
        this.activities = activities;
        this.count = count;
    }

    /** All that are meant; refused when the report counts more of them than a table may have rows. */
    Response table(String tenant, ActivitySelection selection) throws SQLException {
        count.check(tenant, selection, MAX_ROWS);
        // Whatever is wrong with the question shows here, while a problem can still be the answer.
        ActivityList.Page first = activities.first(tenant, selection, PAGE);
        return CsvAnswer.of("activities.csv", csv -> {
            csv.writeRecord(header());
            ActivityList.Page page = first;
            while (true) {
                page.activities().forEach(activity -> csv.writeRecord(row(activity)));
                String next = page.next();
                if (next == null) {
                    return;
                }
                page = page(tenant, selection, next);
            }
        });
    }

    private ActivityList.Page page(String tenant, ActivitySelection selection, String cursor) throws IOException {
        try {
            return activities.page(tenant, selection, Cursor.of(cursor), PAGE);
        } catch (SQLException e) {
            // The answer has begun: it must break off, so that nobody takes a part for the whole.
            throw new IOException("the table cannot be completed", e);
        }
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of(
                "time",
                "source",
                "id",
                "kind",
                "provider",
                "model",
                "zone",
                "region",
                "labels",
                "accepted_at",
                "reported_at"));
        for (Criterion criterion : Criterion.values()) {
            BOUNDS.forEach(bound -> header.add(column(criterion, bound)));
        }
        header.addAll(
                List.of("methodology", "factor_set", "tier", "warnings", "functional_unit", "functional_quantity"));
        return header;
    }

    /** The name of a column of figures: which, in which unit, which bound. */
    static String column(Criterion criterion, String bound) {
        return criterion.wireName().replace('-', '_') + "_" + criterion.unit().toLowerCase(Locale.ROOT) + "_" + bound;
    }

    private static List<String> row(StoredActivity activity) {
        List<String> row = new ArrayList<>();
        row.add(activity.time().toString());
        row.add(CsvAnswer.safe(activity.source()));
        row.add(CsvAnswer.safe(activity.id()));
        row.add(CsvAnswer.safe(activity.kind()));
        row.add(text(activity.provider()));
        row.add(text(activity.model()));
        row.add(text(activity.zone()));
        row.add(text(activity.region()));
        row.add(CsvAnswer.safe(activity.labels()));
        row.add(activity.acceptedAt().toString());
        row.add(activity.reportedAt().toString());
        for (Criterion criterion : Criterion.values()) {
            UnitFigure figure = activity.figures().get(criterion.wireName());
            row.add(figure == null ? "" : figure.low().toPlainString());
            row.add(figure == null ? "" : figure.central().toPlainString());
            row.add(figure == null ? "" : figure.high().toPlainString());
        }
        row.add(CsvAnswer.safe(activity.methodology()));
        row.add(CsvAnswer.safe(activity.factorSet()));
        row.add(CsvAnswer.safe(activity.tier()));
        row.add(CsvAnswer.safe(String.join(" ", activity.warnings())));
        StoredActivity.Delivery delivery = activity.functionalUnit();
        row.add(delivery == null ? "" : CsvAnswer.safe(delivery.unit()));
        row.add(delivery == null ? "" : delivery.quantity().toPlainString());
        return row;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : CsvAnswer.safe(text);
    }
}
