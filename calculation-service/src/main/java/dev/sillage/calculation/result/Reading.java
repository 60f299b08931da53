package dev.sillage.calculation.result;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.read.CorrectionReader;
import dev.sillage.calculation.read.ReadActivity;
import dev.sillage.calculation.read.ReadCorrection;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads data, or says why they cannot be read. */
@Singleton
public class Reading {
    private final ActivityReader activities;
    private final CorrectionReader corrections = new CorrectionReader();

    public Reading(ActivityReader activities) {
        this.activities = activities;
    }

    /** An activity of a kind that is read. */
    public ReadActivity activity(ActivityKind kind, Given given) throws RefusedException {
        byte[] data = present(given.data());
        return RefusedException.unless(() -> given.labels() == null
                ? activities.read(kind, data)
                : new ReadActivity(activities.readWithin(given.member(), kind, data), given.labels()));
    }

    /** A correction, without looking at its replacement. */
    public ReadCorrection correction(byte @Nullable [] data) throws RefusedException {
        byte[] there = present(data);
        return RefusedException.unless(() -> corrections.read(there));
    }

    private static byte[] present(byte @Nullable [] data) throws RefusedException {
        if (data == null) {
            throw new RefusedException(RefusalReason.UNREADABLE_DATA, "the record has no value");
        }
        return data;
    }
}
