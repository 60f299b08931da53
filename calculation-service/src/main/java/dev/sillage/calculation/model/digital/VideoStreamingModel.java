package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** Watching a video: {@code sheets/sillage-2026.1/video-streaming.sheet}. */
final class VideoStreamingModel implements KindModel<VideoStreaming> {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Sheet sheet = Sheet.load("sillage-2026.1/video-streaming");
    private final int hours = sheet.quantity("H");
    private final Definition definition = Definition.ofStreaming();
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

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
        Resolved resolved = plans.get(
                new Key(video.quality(), video.device(), video.network(), video.country(), factors.cacheKey()),
                key -> resolve(key, factors));
        Integer viewers = video.viewers();
        double watched = video.seconds() / SECONDS_PER_HOUR * (viewers == null ? 1 : viewers);
        return resolved.of(sheet.newQuantities().set(hours, watched), watched, Case.delivered("viewing-hour", watched));
    }

    private Resolved resolve(Key key, FactorView factors) {
        Resolution resolution = new Resolution(key.country(), factors);
        definition.put("v", key.quality(), resolution);
        Devices.find(key.device(), "streaming.device-mix", resolution);
        Networks.find(key.network(), resolution);
        Delivery.put(resolution);
        return resolution.plan(sheet);
    }
}
