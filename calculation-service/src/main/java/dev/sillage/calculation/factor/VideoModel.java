package dev.sillage.calculation.factor;

import java.util.List;

/**
 * A model that makes videos, by a regression of the time that it takes: seconds = (n F A² + m T + m1 F + m2 A² +
 * n1 F² + n2 T² + g), where A is width times height in pixels, F the number of frames and T = A F / 1000.
 *
 * @param provider who runs it
 * @param id its name, with the provider before a slash
 * @param hardware the machine it runs on, whose factors begin with {@code ecologits.video.machine.<hardware>}
 * @param n coefficient of F A²
 * @param m coefficient of T
 * @param m1 coefficient of F
 * @param m2 coefficient of A²
 * @param n1 coefficient of F²
 * @param n2 coefficient of T²
 * @param g constant seconds
 * @param noAudioWeight the time without sound over the time with sound
 * @param nativeAudio whether it makes sound
 * @param resolutions the sizes that were measured, for example {@code 1280x720}
 * @param frames the numbers of frames that were measured
 * @param source where it was read
 * @param year of the source
 * @param licence of the source
 */
public record VideoModel(
        String provider,
        String id,
        String hardware,
        double n,
        double m,
        double m1,
        double m2,
        double n1,
        double n2,
        double g,
        double noAudioWeight,
        boolean nativeAudio,
        List<String> resolutions,
        List<String> frames,
        String source,
        String year,
        String licence) {

    static final String FILE = "video-models.csv";
    static final List<String> HEADER = List.of(
            "provider",
            "model",
            "hardware",
            "n",
            "m",
            "m1",
            "m2",
            "n1",
            "n2",
            "g",
            "no_audio_weight",
            "native_audio",
            "resolutions",
            "frames",
            "source",
            "year",
            "licence");

    public VideoModel {
        resolutions = List.copyOf(resolutions);
        frames = List.copyOf(frames);
    }

    /** What the keys of its coefficients begin with, for example {@code video-model.klingai.kling-v3}. */
    public String key() {
        return "video-model." + id.replace('/', '.');
    }

    /** What the keys of the factors of its machine begin with. */
    public String machineKey() {
        return "ecologits.video.machine." + hardware;
    }

    static VideoModel of(CsvRow row) {
        double weight = row.number("no_audio_weight");
        if (weight <= 0 || weight > 1) {
            throw row.bad("no_audio_weight", "a number above 0, up to 1");
        }
        return new VideoModel(
                row.required("provider"),
                row.required("model"),
                row.required("hardware"),
                coefficient(row, "n"),
                coefficient(row, "m"),
                coefficient(row, "m1"),
                coefficient(row, "m2"),
                coefficient(row, "n1"),
                coefficient(row, "n2"),
                coefficient(row, "g"),
                weight,
                row.flag("native_audio"),
                row.parts("resolutions"),
                row.parts("frames"),
                row.required("source"),
                row.requiredYear("year"),
                row.required("licence"));
    }

    private static double coefficient(CsvRow row, String column) {
        double value = row.number(column);
        if (value < 0) {
            throw row.bad(column, "a number not below zero");
        }
        return value;
    }
}
