package dev.sillage.calculation.model.ademe;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** {@code sheets/ademe-2.1/video-streaming.sheet}. */
final class AdemeVideoStreaming implements KindModel<VideoStreaming> {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Sheet sheet = Sheet.load("ademe-2.1/video-streaming");
    private final int hours = sheet.quantity("H");
    private final RecentValues<Key, AdemeFactors.Resolved> plans = new RecentValues<>(1024);

    private record Key(
            @Nullable String quality,
            @Nullable String device,
            @Nullable String network,
            @Nullable String country,
            Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.VIDEO_STREAMING;
    }

    @Override
    public Class<VideoStreaming> type() {
        return VideoStreaming.class;
    }

    @Override
    public Case resolve(VideoStreaming video, FactorView factors) {
        Integer viewers = video.viewers();
        double watched = video.seconds() / SECONDS_PER_HOUR * (viewers == null ? 1 : viewers);
        return plans.get(
                        new Key(video.quality(), video.device(), video.network(), video.country(), factors.cacheKey()),
                        key -> resolve(key, factors))
                .of(sheet.newQuantities().set(hours, watched), Case.delivered("viewing-hour", watched));
    }

    private AdemeFactors.Resolved resolve(Key key, FactorView view) {
        AdemeFactors factors = new AdemeFactors(key.country(), view)
                .delivery()
                .network("f", key.network())
                .device(key.device(), EnumSet.allOf(AdemeDevice.class), "ademe.streaming.device-mix");
        AdemeQuality.ofFilm(key.quality(), factors);
        return factors.plan(sheet);
    }
}
