package dev.sillage.calculation.model.cloud;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Compute;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Machines: {@code sheets/sillage-2026.1/compute.sheet}. Energy that was measured comes before what is modelled. */
final class ComputeModel implements KindModel<Compute> {
    private final Sheet sheet = Sheet.load("sillage-2026.1/compute");
    private final int time = sheet.quantity("t");
    private final int load = sheet.quantity("u0");
    private final int memory = sheet.quantity("m");
    private final int accelerators = sheet.quantity("g");
    private final int measured = sheet.quantity("Em");
    private final RecentValues<Key, Machines> known = new RecentValues<>(4096);

    private record Key(
            @Nullable String provider,
            @Nullable String region,
            @Nullable String architecture,
            @Nullable String gpuModel,
            boolean gpu,
            Object factors) {}

    private record Machines(Site site, List<String> warnings, Tier tier, CriteriaPlan plan) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.COMPUTE;
    }

    @Override
    public Class<Compute> type() {
        return Compute.class;
    }

    @Override
    public Case resolve(Compute compute, FactorView factors) {
        Double gpuHours = compute.gpuHours();
        boolean gpu = gpuHours != null && gpuHours > 0;
        Machines machines = known.get(
                new Key(
                        compute.provider(),
                        compute.region(),
                        compute.architecture(),
                        compute.gpuModel(),
                        gpu,
                        factors.cacheKey()),
                key -> machines(compute, gpu, factors));
        return new Case(
                machines.plan(),
                sheet.newQuantities()
                        .set(time, compute.vcpuHours())
                        .set(load, compute.utilisation())
                        .set(memory, compute.memoryGbHours())
                        .set(accelerators, gpuHours == null ? 0 : gpuHours)
                        .set(measured, compute.measuredEnergyKwh()),
                machines.site().location().provider(),
                null,
                machines.site().location().zone(),
                compute.measuredEnergyKwh() == null ? machines.tier() : Tier.MEASURED,
                isContradictory(compute, gpu) ? with(machines.warnings(), "contradictory:time") : machines.warnings(),
                Case.delivered("vcpu-hour", compute.vcpuHours()));
    }

    /** Energy, or memory in use, of a machine that did not run: what is told is counted, and said to be odd. */
    private static boolean isContradictory(Compute compute, boolean gpu) {
        return compute.vcpuHours() == 0 && !gpu && isPositive(compute.measuredEnergyKwh());
    }

    private static boolean isPositive(@Nullable Double value) {
        return value != null && value > 0;
    }

    private static List<String> with(List<String> warnings, String warning) {
        List<String> all = new ArrayList<>(warnings);
        all.add(warning);
        return all;
    }

    private Machines machines(Compute compute, boolean gpu, FactorView factors) {
        Site site = Site.find(compute.provider(), compute.region(), factors);
        Architecture architecture = Architecture.find(site.location().provider(), compute.architecture(), factors);
        Accelerator accelerator = Accelerator.find(compute.gpuModel(), factors);
        List<String> warnings = new ArrayList<>(site.warnings());
        warnings.addAll(architecture.warnings());
        if (gpu) {
            warnings.addAll(accelerator.warnings());
        }
        Map<String, Operand> operands = new HashMap<>(site.operands());
        put(operands, "Pmin", architecture.idle());
        put(operands, "Pmax", architecture.full());
        put(operands, "cm", architecture.memory());
        put(operands, "Gmin", accelerator.idle());
        put(operands, "Gmax", accelerator.full());
        put(operands, "Mg", accelerator.embodied());
        put(operands, "u", factors.factor("compute.utilisation"));
        put(operands, "ug", factors.factor("compute.gpu.utilisation"));
        put(operands, "pm", factors.factor("compute.memory.power"));
        put(operands, "nv", factors.factor("server.vcpu.count"));
        put(operands, "ms", factors.factor("server.memory"));
        put(operands, "Ms", factors.factor("server.embodied"));
        put(operands, "Mm", factors.factor("server.memory.embodied"));
        put(operands, "L", factors.factor("server.lifetime"));
        boolean named =
                site.location().region() != null && architecture.warnings().isEmpty();
        return new Machines(
                site,
                List.copyOf(warnings),
                named ? Tier.REGISTRY : Tier.CLASS,
                new CriteriaPlan(sheet.plan(Spread.INDEPENDENT, operands)));
    }

    private static void put(Map<String, Operand> operands, String symbol, @Nullable Factor factor) {
        if (factor != null) {
            operands.put(symbol, Operand.of(factor));
        }
    }
}
