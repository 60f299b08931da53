package dev.sillage.calculation.model.cloud;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Compute;
import dev.sillage.activity.Storage;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.SheetMethodology;

/** The kinds of this package as a method of their own, and short ways to tell an activity. */
final class CloudMethod {
    private final SheetMethodology method =
            new SheetMethodology("sillage-2026.1", "", "", FactorCatalogue.load(), CloudModels.all());

    Footprint footprint(Activity activity) throws Exception {
        return method.footprint(activity);
    }

    Explanation explain(Activity activity) throws Exception {
        return method.explain(activity);
    }

    static Compute machines(String provider, String region, double vcpuHours) {
        return new Compute(provider, region, vcpuHours, null, null, null, null, "Ice Lake", null);
    }

    static Compute loaded(double vcpuHours, double load, Double memoryGbHours) {
        return new Compute("aws", "eu-west-3", vcpuHours, load, memoryGbHours, null, null, "Ice Lake", null);
    }

    static Compute accelerators(String model, double gpuHours) {
        return new Compute("aws", "eu-west-3", 8, null, null, gpuHours, model, "Ice Lake", null);
    }

    static Compute measured(double vcpuHours, double itKwh) {
        return new Compute("aws", "eu-west-3", vcpuHours, null, null, null, null, "Ice Lake", itKwh);
    }

    static Storage photos(String provider, String region, Double replication) {
        return new Storage(provider, region, 100, 8760, "hdd", replication, "photos");
    }
}
