package dev.sillage.calculation.factor;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The factors that hold for one tenant at one time: what the tenant set for that time, else what the tenant set for all
 * times, else the row of the catalogue that is valid on that day.
 */
public final class FactorView {
    private final FactorCatalogue catalogue;
    private final Overrides overrides;
    private final Instant time;

    /** The view of a tenant at a time. */
    public FactorView(FactorCatalogue catalogue, Overrides overrides, Instant time) {
        this.catalogue = catalogue;
        this.overrides = overrides;
        this.time = time;
    }

    /** The catalogue below. */
    public FactorCatalogue catalogue() {
        return catalogue;
    }

    /** The time that the factors are for. */
    public Instant time() {
        return time;
    }

    /**
     * The factor of a key that does not differ by place.
     *
     * @throws FactorException when there is none
     */
    public Factor factor(String key) {
        Factor found = find(key, null);
        return found != null ? found : catalogue.factor(key);
    }

    /**
     * The factor of a key for that very zone.
     *
     * @throws FactorException when there is none
     */
    public Factor factor(String key, String zone) {
        Factor found = find(key, zone);
        return found != null ? found : catalogue.factor(key, zone);
    }

    /** The factor of a key for that very zone, or without a zone when {@code zone} is null; null when there is none. */
    public @Nullable Factor find(String key, @Nullable String zone) {
        Factor own = overrides.find(key, zone, time);
        return own != null
                ? own
                : catalogue
                        .find(key, zone, time.atZone(ZoneOffset.UTC).toLocalDate())
                        .orElse(null);
    }

    /** Two views of one catalogue with equal keys give equal factors. */
    public Object cacheKey() {
        return new CacheKey(overrides.version(), overrides.period(time), catalogue.period(time));
    }

    private record CacheKey(String overrides, long period, int catalogue) {}
}
