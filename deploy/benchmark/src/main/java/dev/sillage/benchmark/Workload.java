package dev.sillage.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.read.InvalidActivityException;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The golden samples of the activity contract, one of each kind that has a footprint. */
final class Workload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Workload() {}

    static Map<ActivityKind, Activity> samples(Set<ActivityKind> kinds) {
        ActivityReader reader = new ActivityReader(kinds);
        Map<ActivityKind, Activity> samples = new EnumMap<>(ActivityKind.class);
        for (ActivityKind kind : kinds) {
            samples.put(kind, sample(kind, reader));
        }
        return samples;
    }

    /** The contract of footprints has samples of the same names: only an event tells its kind as a type. */
    private static Activity sample(ActivityKind kind, ActivityReader reader) {
        String resource = "samples/" + kind.wireName() + ".json";
        try {
            for (URL url : Collections.list(Workload.class.getClassLoader().getResources(resource))) {
                JsonNode event = JSON.readTree(url);
                if (event.path("type").asText().equals(kind.type())) {
                    return reader.read(kind, JSON.writeValueAsBytes(event.get("data")))
                            .activity();
                }
            }
        } catch (IOException | InvalidActivityException e) {
            throw new IllegalStateException("sample " + resource, e);
        }
        throw new IllegalStateException("no sample " + resource);
    }
}
