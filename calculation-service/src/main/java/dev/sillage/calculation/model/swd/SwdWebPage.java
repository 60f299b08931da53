package dev.sillage.calculation.model.swd;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.WebPage;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Page views: {@code sheets/swd-4/web-page.sheet}. The model's own intensity unless a country is told, which is that of
 * device and network; the place of the data centre is not told by an activity. The intensity of each segment may be set
 * by the factors {@code swd.grid.device}, {@code swd.grid.network} and {@code swd.grid.datacentre}. Green hosting that is
 * told counts in full and before {@code swd.green-hosting.share}.
 */
final class SwdWebPage implements KindModel<WebPage> {
    private final Sheet sheet = Sheet.load("swd-4/web-page");
    private final int bytes = sheet.quantity("b");
    private final int visits = sheet.quantity("n");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(1024);

    private record Key(boolean green, @Nullable String country, Object factors) {}

    private record Resolved(CriteriaPlan plan, String zone, List<String> warnings) {}

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
        boolean green = Boolean.TRUE.equals(page.greenHosting());
        Resolved resolved = plans.get(new Key(green, page.country(), factors.cacheKey()), key -> resolve(key, factors));
        return new Case(
                resolved.plan(),
                sheet.newQuantities().set(bytes, (double) page.bytes()).set(visits, (double) page.visits()),
                null,
                null,
                resolved.zone(),
                Tier.CLASS,
                resolved.warnings(),
                Case.delivered("page-view", (double) page.visits()));
    }

    private Resolved resolve(Key key, FactorView factors) {
        Map<String, Operand> operands = new HashMap<>();
        put(operands, factors, "kc", "swd.datacentre.operational.energy");
        put(operands, factors, "kn", "swd.network.operational.energy");
        put(operands, factors, "kd", "swd.device.operational.energy");
        put(operands, factors, "jc", "swd.datacentre.embodied.energy");
        put(operands, factors, "jn", "swd.network.embodied.energy");
        put(operands, factors, "jd", "swd.device.embodied.energy");
        put(operands, factors, "CE", "swd.grid");
        put(operands, factors, "vf", "swd.visit.first-share");
        put(operands, factors, "vr", "swd.visit.return-share");
        put(operands, factors, "dr", "swd.visit.return-data-share");
        if (key.green()) {
            operands.put("gr", Operand.told(1, "1"));
        } else {
            put(operands, factors, "gr", "swd.green-hosting.share");
        }
        String zone = zone(key.country(), factors);
        Factor users = zone == null ? null : factors.find("grid.ghg.location", zone);
        operands.put("CIc", intensity(factors, "datacentre", null));
        operands.put("CIn", intensity(factors, "network", users));
        operands.put("CId", intensity(factors, "device", users));
        boolean fallback = users == null && key.country() != null;
        return new Resolved(
                new CriteriaPlan(sheet.plan(Spread.POINT, operands)),
                users == null || zone == null ? Zones.WORLD : zone,
                fallback ? List.of("zone-fallback") : List.of());
    }

    private static @Nullable String zone(@Nullable String country, FactorView factors) {
        return country == null
                ? null
                : factors.catalogue()
                        .zones()
                        .find(country)
                        .map(Zones.Zone::code)
                        .orElse(null);
    }

    private static Operand intensity(FactorView factors, String segment, @Nullable Factor ofCountry) {
        Factor own = factors.find("swd.grid." + segment, null);
        if (own != null) {
            return Operand.of(own);
        }
        return Operand.of(ofCountry != null ? ofCountry : factors.factor("swd.grid"));
    }

    private static void put(Map<String, Operand> operands, FactorView factors, String symbol, String key) {
        operands.put(symbol, Operand.of(factors.factor(key)));
    }
}
