package dev.sillage.calculation.own;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Overrides;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The own factors of all tenants, as far as this replica has read them. */
@Singleton
public class OwnFactors {
    private final Map<String, TenantFactors> byTenant = new ConcurrentHashMap<>();
    private final CountDownLatch whole = new CountDownLatch(1);
    private final String catalogueVersion;

    /** Nothing read yet, over that catalogue. */
    public OwnFactors(FactorCatalogue catalogue) {
        catalogueVersion = catalogue.version();
    }

    /** What that tenant set; {@link Overrides#NONE} or its like for a tenant that set nothing. */
    public Overrides of(String tenant) {
        return factorsOf(tenant);
    }

    /** The factor set that a result with these overrides was computed with: {@code 2026.2+catalogue~own.tenant}. */
    public String factorSet(Overrides overrides) {
        String version = overrides.version();
        return version.isEmpty() ? catalogueVersion : catalogueVersion + "~" + version;
    }

    /**
     * Waits until all own factors have been read once, because a result without them would be wrong.
     *
     * @return whether they have
     */
    public boolean awaitWhole(Duration longest) throws InterruptedException {
        return whole.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isWhole() {
        return whole.getCount() == 0;
    }

    void setWhole() {
        whole.countDown();
    }

    TenantFactors factorsOf(String tenant) {
        return byTenant.getOrDefault(tenant, TenantFactors.NONE);
    }

    void set(String tenant, TenantFactors factors) {
        if (factors.all().isEmpty()) {
            byTenant.remove(tenant);
        } else {
            byTenant.put(tenant, factors);
        }
    }

    void retain(Set<String> tenants) {
        byTenant.keySet().retainAll(tenants);
    }
}
