package dev.sillage.calculation.model.ai;

import dev.sillage.activity.VideoGeneration;
import dev.sillage.calculation.factor.VideoModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity tells of a video.
 *
 * @param pixels of a frame
 * @param seconds of the video
 * @param sound whether it has sound
 * @param durationSeconds measured time of making it
 * @param measuredKwh measured energy
 */
record VideoUse(
        double pixels,
        double seconds,
        boolean sound,
        @Nullable Double durationSeconds,
        @Nullable Double measuredKwh) {

    /** Sound is what the model makes unless told otherwise. */
    static VideoUse of(VideoGeneration activity, @Nullable VideoModel model, List<String> warnings) {
        boolean makesSound = model != null && model.nativeAudio();
        Boolean told = activity.audio();
        if (told != null && told && model != null && !makesSound) {
            warnings.add("contradictory:audio");
        }
        if (told == null && makesSound) {
            warnings.add("audio-assumed");
        }
        return new VideoUse(
                VideoSize.of(activity.width(), activity.height(), activity.resolution(), warnings)
                        .pixels(),
                activity.seconds(),
                told == null ? makesSound : told,
                Telling.positive(activity.durationSeconds(), "duration", warnings),
                Telling.positive(activity.measuredEnergyKwh(), "measured-energy", warnings));
    }
}
