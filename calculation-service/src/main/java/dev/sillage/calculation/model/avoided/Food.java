package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kilograms of food: of a known food, else of the waste of the country, else of the world's. */
final class Food implements Effect {
    private static final String KEY = "avoided.food";
    private static final List<String> KNOWN = List.of("beef", "chicken", "bread", "vegetables");

    private final Sheet sheet = Sheet.load("avoided/food-waste");

    @Override
    public Sheet sheet() {
        return sheet;
    }

    @Override
    public Factors factors(Avoidance avoidance, FactorView factors) {
        Factor known = known(avoidance.item(), factors);
        if (known != null) {
            return new Factors(Map.of("f", Operand.of(known)), Place.anywhere(List.of()));
        }
        Place place = Place.of(avoidance.country(), KEY, factors);
        if (avoidance.item() != null) {
            place.warnings().add("food-fallback");
        }
        Factor mixed = place.find(KEY, factors);
        return new Factors(Map.of("f", Operand.of(mixed == null ? factors.factor(KEY, Zones.WORLD) : mixed)), place);
    }

    private static @Nullable Factor known(@Nullable String item, FactorView factors) {
        String name = item == null ? "" : item.strip().toLowerCase(Locale.ROOT);
        return KNOWN.contains(name) ? factors.find(KEY + "." + name, null) : null;
    }
}
