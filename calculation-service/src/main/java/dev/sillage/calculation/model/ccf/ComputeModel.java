package dev.sillage.calculation.model.ccf;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Compute;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
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

/** Machines by {@code sheets/ccf-1/compute.sheet}. */
final class ComputeModel implements KindModel<Compute> {
    /** Accelerators that the reference does not know count as its most usual one. */
    private static final String USUAL_ACCELERATOR = "a100";

    private final Sheet sheet = Sheet.load("ccf-1/compute");
    private final int time = sheet.quantity("t");
    private final int load = sheet.quantity("u0");
    private final int memory = sheet.quantity("m");
    private final int accelerators = sheet.quantity("g");
    private final int measured = sheet.quantity("Em");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(1024);

    private record Key(
            @Nullable String provider,
            @Nullable String region,
            @Nullable String architecture,
            @Nullable String gpuModel,
            boolean gpu,
            Object factors) {}

    private record Resolved(Cloud cloud, List<String> warnings, Tier tier, CriteriaPlan plan) {}

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
        Resolved resolved = plans.get(
                new Key(
                        compute.provider(),
                        compute.region(),
                        compute.architecture(),
                        compute.gpuModel(),
                        gpu,
                        factors.cacheKey()),
                key -> resolve(compute, gpu, factors));
        return new Case(
                resolved.plan(),
                sheet.newQuantities()
                        .set(time, compute.vcpuHours())
                        .set(load, compute.utilisation())
                        .set(memory, compute.memoryGbHours())
                        .set(accelerators, gpuHours == null ? 0 : gpuHours)
                        .set(measured, compute.measuredEnergyKwh()),
                resolved.cloud().provider(),
                null,
                resolved.cloud().zone(),
                compute.measuredEnergyKwh() == null ? resolved.tier() : Tier.MEASURED,
                resolved.warnings(),
                Case.delivered("vcpu-hour", compute.vcpuHours()));
    }

    private Resolved resolve(Compute compute, boolean gpu, FactorView factors) {
        Cloud cloud = Cloud.find(compute.provider(), compute.region(), factors);
        List<String> warnings = new ArrayList<>(cloud.warnings());
        Processors processors = Processors.find(cloud.provider(), compute.architecture(), factors);
        if (!processors.known()) {
            warnings.add("architecture-fallback");
        }
        Map<String, Operand> operands = new HashMap<>(cloud.operands());
        operands.put("Pmin", processors.figure("min", factors));
        operands.put("Pmax", processors.figure("max", factors));
        operands.put("cm", processors.figure("memory", factors));
        String gpuKey = "compute.gpu." + accelerator(compute.gpuModel(), gpu, warnings, factors);
        put(operands, "Gmin", gpuKey + ".min", factors);
        put(operands, "Gmax", gpuKey + ".max", factors);
        put(operands, "u", "ccf.utilisation", factors);
        put(operands, "pm", "ccf.memory.power", factors);
        put(operands, "r", "ccf.replication", factors);
        put(operands, "nv", "server.vcpu.count", factors);
        put(operands, "ms", "server.memory", factors);
        put(operands, "mb", "ccf.server.memory", factors);
        put(operands, "TE", "ccf.server.embodied.base", factors);
        put(operands, "TEc", "ccf.server.embodied.cpu", factors);
        put(operands, "TEm", "ccf.server.embodied.memory", factors);
        put(operands, "TEg", "ccf.server.embodied.gpu", factors);
        put(operands, "L", "ccf.server.lifetime", factors);
        return new Resolved(
                cloud,
                List.copyOf(warnings),
                warnings.isEmpty() ? Tier.REGISTRY : Tier.CLASS,
                new CriteriaPlan(sheet.plan(Spread.POINT, operands)));
    }

    private static String accelerator(@Nullable String model, boolean used, List<String> warnings, FactorView factors) {
        String id = model == null
                ? null
                : factors.catalogue()
                        .names()
                        .find(Names.Kind.COMPUTE_GPU, model)
                        .orElse(null);
        if (id == null && used) {
            warnings.add("accelerator-fallback");
        }
        return id == null ? USUAL_ACCELERATOR : id;
    }

    private static void put(Map<String, Operand> operands, String symbol, String key, FactorView factors) {
        operands.put(symbol, Operand.of(factors.factor(key)));
    }
}
