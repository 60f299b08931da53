package dev.sillage.calculation.model.digital;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.VideoCall;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** A call: {@code sheets/sillage-2026.1/video-call.sheet}. A laptop unless told otherwise. */
final class VideoCallModel implements KindModel<VideoCall> {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Sheet sheet = Sheet.load("sillage-2026.1/video-call");
    private final int duration = sheet.quantity("t");
    private final int participants = sheet.quantity("n");
    private final Definition definition = Definition.ofCalls();
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(4096);

    private record Key(
            @Nullable String mode,
            @Nullable String device,
            @Nullable String network,
            @Nullable String country,
            Object factors) {}

    @Override
    public ActivityKind kind() {
        return ActivityKind.VIDEO_CALL;
    }

    @Override
    public Class<VideoCall> type() {
        return VideoCall.class;
    }

    @Override
    public Case resolve(VideoCall call, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(call.mode(), call.device(), call.network(), call.country(), factors.cacheKey()),
                key -> resolve(key, factors));
        double hours = call.seconds() / SECONDS_PER_HOUR;
        return resolved.of(
                sheet.newQuantities().set(duration, hours).set(participants, (double) call.participants()),
                hours,
                Case.delivered("participant-hour", hours * call.participants()));
    }

    private Resolved resolve(Key key, FactorView factors) {
        Resolution resolution = new Resolution(key.country(), factors);
        definition.put("v", key.mode(), resolution);
        Devices.find(key.device(), Device.LAPTOP, resolution);
        Networks.find(key.network(), resolution);
        Delivery.put(resolution);
        return resolution.plan(sheet);
    }
}
