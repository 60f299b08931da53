package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.SocialFeed;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Scrolling through a feed: {@code sheets/sillage-2026.1/social-feed.sheet}. A smartphone, half over wifi, unless told
 * otherwise; an app without figures counts as any feed.
 */
final class SocialFeedModel implements KindModel<SocialFeed> {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Sheet sheet = Sheet.load("sillage-2026.1/social-feed");
    private final int hours = sheet.quantity("H");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

    private record Key(
            String app,
            @Nullable String device,
            @Nullable String network,
            @Nullable String country,
            Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.SOCIAL_FEED;
    }

    @Override
    public Class<SocialFeed> type() {
        return SocialFeed.class;
    }

    @Override
    public Case resolve(SocialFeed feed, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(feed.app(), feed.device(), feed.network(), feed.country(), factors.cacheKey()),
                key -> resolve(key, factors));
        double scrolled = feed.seconds() / SECONDS_PER_HOUR;
        return resolved.of(sheet.newQuantities().set(hours, scrolled), scrolled, Case.delivered("hour", scrolled));
    }

    private Resolved resolve(Key key, FactorView factors) {
        Resolution resolution = new Resolution(key.country(), factors);
        String app = factors.catalogue()
                .names()
                .find(Names.Kind.SOCIAL_APP, key.app())
                .orElse(null);
        if (app == null) {
            resolution.fallback("app-fallback");
        }
        resolution.put("v", "social." + (app == null ? "unknown" : app) + ".volume");
        Devices.find(key.device(), Device.SMARTPHONE, resolution);
        Networks.find(key.network(), "social.wifi-share", resolution);
        Delivery.put(resolution);
        return resolution.plan(sheet);
    }
}
