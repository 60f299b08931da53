package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.WebPage;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** Page views: {@code sheets/sillage-2026.1/web-page.sheet}. */
final class WebPageModel implements KindModel<WebPage> {
    private final Sheet sheet = Sheet.load("sillage-2026.1/web-page");
    private final int bytes = sheet.quantity("b");
    private final int visits = sheet.quantity("n");
    private final int green = sheet.quantity("gr");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

    private record Key(@Nullable String country, Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.WEB_PAGE;
    }

    @Override
    public Class<WebPage> type() {
        return WebPage.class;
    }

    @Override
    public Case resolve(WebPage page, FactorView factors) {
        Resolved resolved = plans.get(new Key(page.country(), factors.cacheKey()), key -> resolve(key, factors));
        Quantities quantities =
                sheet.newQuantities().set(bytes, (double) page.bytes()).set(visits, (double) page.visits());
        Boolean hosting = page.greenHosting();
        if (hosting != null) {
            quantities.set(green, hosting ? 1.0 : 0.0);
        }
        return resolved.of(quantities, (double) page.bytes(), Case.delivered("page-view", (double) page.visits()));
    }

    private Resolved resolve(Key key, FactorView factors) {
        return new Resolution(key.country(), factors)
                .put("kc", "swd.datacentre.operational.energy")
                .put("kn", "swd.network.operational.energy")
                .put("kd", "swd.device.operational.energy")
                .put("jc", "swd.datacentre.embodied.energy")
                .put("jn", "swd.network.embodied.energy")
                .put("jd", "swd.device.embodied.energy")
                .put("CE", "swd.grid")
                .plan(sheet);
    }
}
