package dev.sillage.calculation.model.ademe;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.VideoCall;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sheets/ademe-2.1/video-call.sheet}. A laptop unless told otherwise. */
final class AdemeVideoCall implements KindModel<VideoCall> {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Sheet sheet = Sheet.load("ademe-2.1/video-call");
    private final int duration = sheet.quantity("t");
    private final int participants = sheet.quantity("n");
    private final RecentValues<Key, AdemeFactors.Resolved> plans = new RecentValues<>(1024);

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
        double hours = call.seconds() / SECONDS_PER_HOUR;
        return plans.get(
                        new Key(call.mode(), call.device(), call.network(), call.country(), factors.cacheKey()),
                        key -> resolve(key, factors))
                .of(
                        sheet.newQuantities().set(duration, hours).set(participants, (double) call.participants()),
                        Case.delivered("participant-hour", hours * call.participants()));
    }

    private AdemeFactors.Resolved resolve(Key key, FactorView view) {
        AdemeFactors factors = new AdemeFactors(key.country(), view).delivery().network("f", key.network());
        String name = key.device();
        AdemeDevice device = name == null || name.isBlank() ? AdemeDevice.LAPTOP : AdemeDevice.find(name);
        if (device == null) {
            factors.warn("device-fallback");
        }
        factors.mix(Map.of(device == null ? AdemeDevice.LAPTOP : device, 1.0));
        AdemeQuality.ofCall(key.mode(), factors);
        return factors.plan(sheet);
    }
}
