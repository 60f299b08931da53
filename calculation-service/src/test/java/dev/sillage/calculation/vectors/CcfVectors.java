package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.Activity;
import dev.sillage.activity.Compute;
import dev.sillage.activity.DataTransfer;
import dev.sillage.activity.Storage;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Names;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.footprint.Criterion;
import java.util.List;
import java.util.Map;

/** Groups {@code ccf/*} by the methodology {@code ccf-1}. */
final class CcfVectors implements VectorSet {
    private final FactorCatalogue catalogue = FactorCatalogue.load();
    private final Methodology ccf = Methodologies.of(catalogue).byId("ccf-1").orElseThrow();

    @Override
    public boolean covers(String setOrGroup) {
        return setOrGroup.startsWith("ccf/");
    }

    @Override
    public Map<String, Object> compute(JsonNode vector) throws Exception {
        Input input = new Input(vector);
        VectorOverrides own = new VectorOverrides();
        return switch (vector.get("group").asText()) {
            case "ccf/compute" -> compute(input, own);
            case "ccf/storage" -> storage(input, own);
            case "ccf/networking" -> networking(input, own);
            case "ccf/memory" -> memory(input, own);
            case "ccf/embodied" -> embodied(input, own);
            case "ccf/getWattsByAverageOrMedian" -> watts(input, own);
            default -> throw new IllegalArgumentException("group not known");
        };
    }

    private Map<String, Object> compute(Input input, VectorOverrides own) throws Exception {
        own.set(catalogue, "ccf.vcpu.average.min", input.number("minWatts"));
        own.set(catalogue, "ccf.vcpu.average.max", input.number("maxWatts"));
        site(input, own);
        double load = input.number("cpuUtilizationPct", 50) / 100;
        return operational(machines(input, input.number("vCpuHours"), load, null, null), own, input);
    }

    private Map<String, Object> storage(Input input, VectorOverrides own) throws Exception {
        own.set(catalogue, "ccf.storage.hdd.power", input.number("whPerTbHour"));
        site(input, own);
        Double copies = input.has("replicationFactor") ? input.number("replicationFactor") : null;
        Storage storage = new Storage("aws", region(input), 1000, input.number("terabyteHours"), "hdd", copies, null);
        return operational(storage, own, input);
    }

    private Map<String, Object> networking(Input input, VectorOverrides own) throws Exception {
        own.set(catalogue, "ccf.network.energy", input.number("kwhPerGb"));
        site(input, own);
        region(input);
        long bytes = Math.round(input.number("gigabytes") * 1e9);
        return operational(new DataTransfer(bytes, "datacentre", null), own, input);
    }

    private Map<String, Object> memory(Input input, VectorOverrides own) throws Exception {
        own.set("ccf.memory.power", "kW/GB", input.number("kwhPerGbHour"));
        site(input, own);
        return operational(machines(input, 0, null, input.number("gigabyteHours"), null), own, input);
    }

    private Map<String, Object> embodied(Input input, VectorOverrides own) throws Exception {
        own.set("ccf.server.embodied.base", "tCO2e", input.number("platformEmbodiedTonnes"));
        own.set(catalogue, "ccf.server.embodied.cpu", 0);
        own.set(catalogue, "ccf.server.embodied.memory", 0);
        own.set(catalogue, "server.vcpu.count", input.number("largestInstanceVcpu"));
        own.set(catalogue, "ccf.server.lifetime", input.number("lifespanHours"));
        site(input, own);
        double hours = input.number("usageHours") * input.number("instanceVcpu");
        Worked worked = explain(machines(input, hours, null, null, null), own, input);
        double kilograms = worked.figure(Criterion.GHG_EMBODIED).central();
        return Map.of(
                "kilowattHours",
                worked.step("ccf-embodied-energy"),
                "co2e_tonnes",
                kilograms / 1000,
                "co2e_g",
                kilograms * 1000);
    }

    private Map<String, Object> watts(Input input, VectorOverrides own) throws Exception {
        List<String> names = input.texts("processors");
        List<Double> watts = input.numbers("watts");
        for (int i = 0; i < names.size(); i++) {
            own.set(processor(names.get(i)) + ".max", "W/vcpu", watts.get(i));
        }
        Worked worked = explain(machines(input, 1, 1.0, null, String.join(", ", names)), own, input);
        return Map.of("watts", worked.step("processor-power"));
    }

    private String processor(String name) {
        String plain = name.replace("AWS ", "");
        return catalogue
                .names()
                .find(Names.Kind.CCF_ARCHITECTURE, plain)
                .map(id -> "ccf.vcpu.aws." + id)
                .or(() -> catalogue.vcpuKey("aws", plain))
                .orElseThrow(() -> new IllegalArgumentException("processor not known: " + name));
    }

    private void site(Input input, VectorOverrides own) {
        double intensity = input.number("gridTonnesPerKwh");
        own.set("cloud.grid", "tCO2e/kWh", intensity);
        own.set("grid.ghg.location", "tCO2e/kWh", intensity);
        if (input.has("pue")) {
            own.set("ccf.pue.aws", "1", input.number("pue"));
        }
        if (input.has("replicationFactor")) {
            own.set("ccf.replication", "copy", input.number("replicationFactor"));
        }
    }

    private static Compute machines(
            Input input, double vcpuHours, Double load, Double memoryGbHours, String architecture) {
        return new Compute("aws", region(input), vcpuHours, load, memoryGbHours, null, null, architecture, null);
    }

    private static String region(Input input) {
        return input.has("region") ? input.text("region") : null;
    }

    private Map<String, Object> operational(Activity activity, VectorOverrides own, Input input) throws Exception {
        Worked worked = explain(activity, own, input);
        double kilograms = worked.figure(Criterion.GHG_OPERATIONAL_LOCATION).central();
        return Map.of(
                "kilowattHours",
                worked.figure(Criterion.ENERGY).central(),
                "co2e_tonnes",
                kilograms / 1000,
                "co2e_g",
                kilograms * 1000);
    }

    private Worked explain(Activity activity, VectorOverrides own, Input input) throws Exception {
        input.end();
        return new Worked(ccf.explain(activity, own.circumstances()));
    }
}
