package dev.sillage.calculation.factor;

import org.jspecify.annotations.Nullable;

/**
 * A cloud region with its factors; what is not known of it is null.
 *
 * @param region the place
 * @param pue facility energy over IT energy, of the region, else of all regions of the provider
 * @param wue litres on site per kWh of IT energy
 * @param grid average intensity of its electricity as the provider tells it, operational
 * @param market market-based intensity of its electricity
 * @param marginal marginal intensity of its electricity
 * @param water litres to make a kWh of its electricity
 * @param carbonFree hourly matched share of carbon-free energy
 */
public record CloudSite(
        CloudRegion region,
        @Nullable Factor pue,
        @Nullable Factor wue,
        @Nullable Factor grid,
        @Nullable Factor market,
        @Nullable Factor marginal,
        @Nullable Factor water,
        @Nullable Factor carbonFree) {

    static CloudSite of(CloudRegion region, FactorIndex index) {
        Factor own = index.find("cloud.pue", region.code());
        return new CloudSite(
                region,
                own != null ? own : index.find("cloud.pue", region.provider() + ":" + CloudRegion.ANY),
                index.find("cloud.wue", region.code()),
                index.find("cloud.grid", region.code()),
                index.find("cloud.market", region.code()),
                index.find("cloud.marginal", region.code()),
                index.find("cloud.water", region.code()),
                index.find("cloud.cfe", region.code()));
    }
}
