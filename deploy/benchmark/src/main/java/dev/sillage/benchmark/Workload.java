package dev.sillage.benchmark;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.read.InvalidActivityException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The golden samples of the activity contract, one of each kind that has a footprint. */
final class Workload {

    private Workload() {}

    static Map<ActivityKind, Activity> samples(Set<ActivityKind> kinds) {
        ActivityReader reader = new ActivityReader(kinds);
        Map<ActivityKind, Activity> samples = new EnumMap<>(ActivityKind.class);
        for (ActivityKind kind : kinds) {
            String resource = "/samples/" + kind.wireName() + ".json";
            try (InputStream in = Workload.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("no sample " + resource);
                }
                samples.put(kind, reader.read(kind, in.readAllBytes()).activity());
            } catch (IOException | InvalidActivityException e) {
                throw new IllegalStateException("sample " + resource, e);
            }
        }
        return samples;
    }
}
