package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.WebSearch;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Searches: {@code sheets/sillage-2026.1/web-search.sheet}. An answer by a language model above the results is an
 * activity of its own.
 */
final class WebSearchModel implements KindModel<WebSearch> {
    private final Sheet sheet = Sheet.load("sillage-2026.1/web-search");
    private final int searches = sheet.quantity("n");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

    private record Key(
            @Nullable String device,
            @Nullable String network,
            @Nullable String country,
            Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.WEB_SEARCH;
    }

    @Override
    public Class<WebSearch> type() {
        return WebSearch.class;
    }

    @Override
    public Case resolve(WebSearch search, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(search.device(), search.network(), search.country(), factors.cacheKey()),
                key -> resolve(key, factors));
        return resolved.of(
                sheet.newQuantities().set(searches, (double) search.count()),
                (double) search.count(),
                Case.delivered("search", (double) search.count()));
    }

    private Resolved resolve(Key key, FactorView factors) {
        Resolution resolution = new Resolution(key.country(), factors)
                .put("tt", "search.typing.time")
                .put("tr", "search.reading.time")
                .put("bs", "search.sent")
                .put("br", "search.received")
                .put("es", "search.server.energy")
                .put("Ms", "datacentre.server.embodied")
                .put("Vs", "ademe.search.server.volume");
        Devices.find(key.device(), "search.device-mix", resolution);
        Networks.find(key.network(), resolution);
        return resolution.plan(sheet);
    }
}
