package dev.sillage.calculation.model.ademe;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.WebSearch;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code sheets/ademe-2.1/web-search.sheet}. One page of results unless {@code ademe.search.pages} is set. */
final class AdemeWebSearch implements KindModel<WebSearch> {
    private static final Set<AdemeDevice> OFFERED = EnumSet.complementOf(EnumSet.of(AdemeDevice.TV));

    private final Sheet sheet = Sheet.load("ademe-2.1/web-search");
    private final int searches = sheet.quantity("n");
    private final RecentValues<Key, AdemeFactors.Resolved> plans = new RecentValues<>(1024);

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
        return plans.get(
                        new Key(search.device(), search.network(), search.country(), factors.cacheKey()),
                        key -> resolve(key, factors))
                .of(sheet.newQuantities().set(searches, (double) search.count()), Case.delivered("search", (double)
                        search.count()));
    }

    private AdemeFactors.Resolved resolve(Key key, FactorView view) {
        return new AdemeFactors(key.country(), view)
                .server()
                .network("f", key.network())
                .put("tt", "ademe.search.typing.time")
                .put("tr", "ademe.search.reading.time")
                .put("bs", "ademe.search.sent")
                .put("br", "ademe.search.received")
                .put("Vs", "ademe.search.server.volume")
                .put("Pa", "ademe.server.power-active")
                .put("er", "ademe.search.server.electricity-ratio")
                .tell("np", 1)
                .putOwn("np", "ademe.search.pages")
                .device(key.device(), OFFERED, "ademe.search.device-mix")
                .plan(sheet);
    }
}
