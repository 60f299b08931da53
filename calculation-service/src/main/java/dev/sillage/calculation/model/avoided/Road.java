package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kilometres of a vehicle: ADEME's polynomial of the mean speed, or the vehicle at its usual speed. A vehicle that is
 * not known is a van, because it is the lighter one and an assumption must not make a claim larger.
 */
final class Road implements Effect {
    private static final String KEY = "avoided.vehicle.";
    private static final double SLOWEST_KMH = 10;

    private final Sheet sheet = Sheet.load("avoided/logistics-km");
    private final int speed = sheet.quantity("v");

    /** A vehicle, the speed that it usually has, and the highest that its polynomial was fitted for. */
    private enum Vehicle {
        VAN("van", "at-50", 130),
        TRUCK("truck", "at-60", 80);

        private final String key;
        private final String usual;
        private final double fastestKmh;

        Vehicle(String key, String usual, double fastestKmh) {
            this.key = key;
            this.usual = usual;
            this.fastestKmh = fastestKmh;
        }

        static @Nullable Vehicle named(@Nullable String item) {
            String name = item == null ? "" : item.strip().toLowerCase(Locale.ROOT);
            return switch (name) {
                case "van", "light-commercial-vehicle", "lcv", "utilitaire", "fourgonnette" -> VAN;
                case "truck", "lorry", "hgv", "heavy-goods-vehicle", "camion", "poids lourd" -> TRUCK;
                default -> null;
            };
        }

        double fitted(double kmh) {
            return Math.max(SLOWEST_KMH, Math.min(fastestKmh, kmh));
        }
    }

    @Override
    public Sheet sheet() {
        return sheet;
    }

    @Override
    public Factors factors(Avoidance avoidance, FactorView factors) {
        List<String> warnings = new ArrayList<>();
        Vehicle vehicle = vehicle(avoidance);
        if (Vehicle.named(avoidance.item()) == null) {
            warnings.add("vehicle-assumed:" + vehicle.key);
        }
        Double kmh = avoidance.speedKmh();
        if (kmh == null) {
            warnings.add("speed-assumed");
        } else if (vehicle.fitted(kmh) != kmh) {
            warnings.add("speed-limited");
        }
        Map<String, Operand> operands = new HashMap<>();
        for (String term : List.of("a0", "a1", "a2", "a3", "a4")) {
            operands.put(term, Operand.of(factors.factor(KEY + vehicle.key + "." + term)));
        }
        operands.put("fu", Operand.of(factors.factor(KEY + vehicle.key + "." + vehicle.usual)));
        return new Factors(operands, Place.anywhere(warnings));
    }

    @Override
    public void set(Avoidance avoidance, Factors factors, Quantities quantities) {
        Double kmh = avoidance.speedKmh();
        if (kmh != null) {
            quantities.set(speed, vehicle(avoidance).fitted(kmh));
        }
    }

    private static Vehicle vehicle(Avoidance avoidance) {
        Vehicle named = Vehicle.named(avoidance.item());
        return named == null ? Vehicle.VAN : named;
    }
}
