package dev.sillage.reporting.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.activity.StoredActivity.Delivery;
import dev.sillage.reporting.activity.StoredActivity.UnitFigure;
import dev.sillage.reporting.parquet.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Activities as columns of Parquet. Published figures have twelve digits and are held exactly from 1e-15 to 1e12, of adpe
 * from 1e-21 to 1e6; the ledger takes more, and whatever needs more digits is a text in a column of its own.
 */
final class ActivityColumns {
    /** JSON of the figures that their decimal column cannot hold, by its name; absent in nearly all activities. */
    static final String BEYOND = "figures_beyond_decimal";

    private static final int SCALE = 26;
    private static final int SCALE_OF_ADPE = 32;

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader TEXTS = JSON.readerFor(new TypeReference<LinkedHashMap<String, String>>() {});

    private static final List<Column.Decimal<StoredActivity>> NUMBERS = numbers();

    private ActivityColumns() {}

    /** All of them, in the order of the table. */
    static List<Column<StoredActivity>> of(String tenant) {
        List<Column<StoredActivity>> columns = new ArrayList<>(List.of(
                new Column.Text<>("tenant", activity -> tenant),
                new Column.Time<>("time", StoredActivity::time),
                new Column.Text<>("source", StoredActivity::source),
                new Column.Text<>("id", StoredActivity::id),
                new Column.Text<>("kind", StoredActivity::kind),
                new Column.Text<>("provider", StoredActivity::provider),
                new Column.Text<>("model", StoredActivity::model),
                new Column.Text<>("zone", StoredActivity::zone),
                new Column.Text<>("region", StoredActivity::region),
                new Column.TextsByName<>("labels", activity -> texts(activity.labels())),
                new Column.Time<>("accepted_at", StoredActivity::acceptedAt),
                new Column.Time<>("reported_at", StoredActivity::reportedAt)));
        columns.addAll(NUMBERS);
        columns.addAll(List.of(
                new Column.Text<>(BEYOND, ActivityColumns::beyond),
                new Column.Text<>("methodology", StoredActivity::methodology),
                new Column.Text<>("factor_set", StoredActivity::factorSet),
                new Column.Text<>("tier", StoredActivity::tier),
                new Column.Texts<>("warnings", StoredActivity::warnings),
                new Column.Text<>("functional_unit", activity -> {
                    Delivery delivery = activity.functionalUnit();
                    return delivery == null ? null : delivery.unit();
                }),
                new Column.Identifier<>("footprint_id", StoredActivity::footprintId)));
        return columns;
    }

    /** The units of the columns that have one, as JSON. */
    static String units() {
        Map<String, String> units = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            ActivityCsv.BOUNDS.forEach(bound -> units.put(ActivityCsv.column(criterion, bound), criterion.unit()));
        }
        units.put("functional_quantity", "functional_unit of the same row");
        return json(units);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers always have a JSON", e);
        }
    }

    /** Whether some figure needs more digits than its column has. */
    static boolean isBeyond(StoredActivity activity) {
        return NUMBERS.stream().anyMatch(column -> isBeyond(column, activity));
    }

    private static boolean isBeyond(Column.Decimal<StoredActivity> column, StoredActivity activity) {
        BigDecimal number = column.value().apply(activity);
        return number != null && !column.holds(number);
    }

    private static @Nullable String beyond(StoredActivity activity) {
        if (!isBeyond(activity)) {
            return null;
        }
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Column.Decimal<StoredActivity> column : NUMBERS) {
            if (isBeyond(column, activity)) {
                numbers.put(column.name(), String.valueOf(column.value().apply(activity)));
            }
        }
        return json(numbers);
    }

    private static List<Column.Decimal<StoredActivity>> numbers() {
        List<Column.Decimal<StoredActivity>> numbers = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            List<Function<UnitFigure, BigDecimal>> bounds =
                    List.of(UnitFigure::low, UnitFigure::central, UnitFigure::high);
            for (int i = 0; i < bounds.size(); i++) {
                Function<UnitFigure, BigDecimal> bound = bounds.get(i);
                numbers.add(new Column.Decimal<>(
                        ActivityCsv.column(criterion, ActivityCsv.BOUNDS.get(i)),
                        criterion == Criterion.ADPE ? SCALE_OF_ADPE : SCALE,
                        activity -> {
                            UnitFigure figure = activity.figures().get(criterion.wireName());
                            return figure == null ? null : bound.apply(figure);
                        }));
            }
        }
        numbers.add(new Column.Decimal<>("functional_quantity", SCALE, activity -> {
            Delivery delivery = activity.functionalUnit();
            return delivery == null ? null : delivery.quantity();
        }));
        return numbers;
    }

    private static Map<String, String> texts(String json) {
        try {
            return TEXTS.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("labels of the ledger that are no object of texts", e);
        }
    }
}
