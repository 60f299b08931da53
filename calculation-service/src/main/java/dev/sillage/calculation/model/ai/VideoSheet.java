package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.Sheet;

/** A sheet for videos and where its quantities stand. */
final class VideoSheet {
    private final Sheet sheet;
    private final int pixels;
    private final int seconds;
    private final int sound;
    private final int duration;
    private final int measured;

    /** @param hearsSound whether it asks for the sound */
    VideoSheet(String name, boolean hearsSound) {
        sheet = Sheet.load(name);
        pixels = sheet.quantity("A");
        seconds = sheet.quantity("t");
        sound = hearsSound ? sheet.quantity("a") : -1;
        duration = sheet.quantity("d");
        measured = sheet.quantity("Em");
    }

    Sheet sheet() {
        return sheet;
    }

    Quantities quantities(VideoUse use) {
        Quantities quantities = sheet.newQuantities()
                .set(pixels, use.pixels())
                .set(seconds, use.seconds())
                .set(duration, use.durationSeconds())
                .set(measured, use.measuredKwh());
        return sound < 0 ? quantities : quantities.set(sound, use.sound() ? 1.0 : 0.0);
    }
}
