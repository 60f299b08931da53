package dev.sillage.calculation.factor;

import org.jspecify.annotations.Nullable;

/**
 * The figures of the registry tables as factors with keys of their own, so that an explanation can name them and
 * anybody can look them up like any other factor.
 */
final class RegistryFactors {
    private final FactorIndex index;

    RegistryFactors(FactorIndex index) {
        this.index = index;
    }

    void add(ModelEntry model) {
        String key = model.key();
        Origin origin = new Origin(ModelEntry.FILE, model.source(), model.year(), model.licence());
        add(key + ".parameters.total", "Gparam", model.totalParametersLow(), model.totalParametersHigh(), origin);
        add(key + ".parameters.active", "Gparam", model.activeParametersLow(), model.activeParametersHigh(), origin);
        add(key + ".throughput", "token/s", model.tokensPerSecond(), model.tokensPerSecond(), origin);
        add(key + ".ttft", "s", model.timeToFirstTokenSeconds(), model.timeToFirstTokenSeconds(), origin);
    }

    void add(ModelClass modelClass) {
        String key = modelClass.key();
        Origin origin = new Origin(ModelClass.FILE, modelClass.source(), modelClass.year(), modelClass.licence());
        add(
                key + ".parameters.total",
                "Gparam",
                modelClass.totalParametersLow(),
                modelClass.totalParametersHigh(),
                origin);
        add(
                key + ".parameters.active",
                "Gparam",
                modelClass.activeParametersLow(),
                modelClass.activeParametersHigh(),
                origin);
    }

    void add(Provider provider) {
        Origin origin = new Origin(Provider.FILE, provider.source(), provider.year(), provider.licence());
        add(provider.key() + ".pue", "1", provider.pueLow(), provider.pueHigh(), origin);
        add(provider.key() + ".wue", "L/kWh", provider.wueLow(), provider.wueHigh(), origin);
    }

    /** All counts are pure numbers, so that what is left of the units of the coefficients is the second. */
    void add(VideoModel model) {
        Origin origin = new Origin(VideoModel.FILE, model.source(), model.year(), model.licence());
        coefficient(model, "n", "s/(frame*pixel*pixel)", model.n(), origin);
        coefficient(model, "m", "s", model.m(), origin);
        coefficient(model, "m1", "s/frame", model.m1(), origin);
        coefficient(model, "m2", "s/(pixel*pixel)", model.m2(), origin);
        coefficient(model, "n1", "s/(frame*frame)", model.n1(), origin);
        coefficient(model, "n2", "s", model.n2(), origin);
        coefficient(model, "g", "s", model.g(), origin);
        coefficient(model, "silent", "1", model.noAudioWeight(), origin);
    }

    private void coefficient(VideoModel model, String name, String unit, double value, Origin origin) {
        add(model.key() + "." + name, unit, value, value, origin);
    }

    private record Origin(
            String file,
            String source,
            @Nullable String year,
            @Nullable String licence) {}

    private void add(String key, String unit, @Nullable Double low, @Nullable Double high, Origin origin) {
        if (low != null && high != null) {
            Factor factor = new Factor(
                    key,
                    null,
                    unit,
                    low,
                    (low + high) / 2,
                    high,
                    null,
                    null,
                    null,
                    origin.source,
                    origin.year,
                    origin.licence,
                    null,
                    null);
            index.add(factor, origin.file);
        }
    }
}
