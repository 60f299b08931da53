package dev.sillage.calculation.model.ccf;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The processors that an instance may run on: the mean of their watts, or their median when Sandy Bridge or Ivy Bridge
 * is among them, because these are far from the others. The reference's {@code getWattsByAverageOrMedian}.
 *
 * @param names as told, one for each processor
 * @param keys what the keys of their factors begin with
 * @param known whether all were known
 */
record Processors(List<String> names, List<String> keys, boolean known) {
    private static final String AVERAGE = "ccf.vcpu.average";
    private static final List<String> OUTLIERS = List.of("sandy-bridge", "ivy-bridge");

    /** The processors of a text such as {@code Skylake, Cascade Lake}; the average of all when there is none. */
    static Processors find(@Nullable String provider, @Nullable String architecture, FactorView factors) {
        List<String> names = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        boolean known = architecture != null;
        for (String name : architecture == null ? List.<String>of() : List.of(architecture.split("[,;/|]"))) {
            Optional<String> key = key(provider, name, factors.catalogue());
            known &= key.isPresent();
            names.add(name.strip());
            keys.add(key.orElse(AVERAGE));
        }
        if (keys.isEmpty()) {
            names.add("average");
            keys.add(AVERAGE);
        }
        return new Processors(names, keys, known);
    }

    private static Optional<String> key(@Nullable String provider, String name, FactorCatalogue catalogue) {
        String plain = name.strip().replaceFirst("(?i)^(aws|amazon|azure|gcp)\\s+", "");
        return catalogue
                .names()
                .find(Names.Kind.CCF_ARCHITECTURE, plain)
                .map(id -> "ccf.vcpu.aws." + id)
                .filter(key -> catalogue.find(key + ".max").isPresent())
                .or(() -> catalogue.vcpuKey(provider == null ? "aws" : provider, plain));
    }

    /** The mean or the median of a figure of theirs. */
    Operand figure(String figure, FactorView factors) {
        List<Operand.Part> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Factor factor = factors.find(keys.get(i) + "." + figure, null);
            parts.add(new Operand.Part(
                    1.0 / keys.size(), names.get(i), factor == null ? factors.factor(AVERAGE + "." + figure) : factor));
        }
        if (keys.stream().anyMatch(key -> OUTLIERS.stream().anyMatch(key::endsWith))) {
            return median(parts);
        }
        return blend(parts);
    }

    private static Operand median(List<Operand.Part> parts) {
        List<Operand.Part> sorted = parts.stream()
                .sorted(Comparator.comparingDouble(part -> part.factor().central()))
                .toList();
        int middle = sorted.size() / 2;
        return blend(
                sorted.size() % 2 == 1 ? sorted.subList(middle, middle + 1) : sorted.subList(middle - 1, middle + 1));
    }

    private static Operand blend(List<Operand.Part> parts) {
        if (parts.size() == 1) {
            return Operand.of(parts.get(0).factor());
        }
        return Operand.blend(parts.stream()
                .map(part -> new Operand.Part(1.0 / parts.size(), part.name(), part.factor()))
                .toList());
    }
}
