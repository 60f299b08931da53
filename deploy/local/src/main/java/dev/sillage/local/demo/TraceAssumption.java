package dev.sillage.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;

/**
 * What is assumed of the real trace, which names no model; the file {@code trace/assumption.json} is its only place.
 *
 * @param why the reasons, for people
 * @param labels carried by each event
 * @param files what is assumed of each file
 */
record TraceAssumption(String why, Map<String, String> labels, List<Assumed> files) {

    /**
     * What is assumed of one file.
     *
     * @param name of the file, without its ending
     * @param application label of each event
     * @param provider who is assumed to run the model
     * @param model the model that is assumed to have answered
     */
    record Assumed(String name, String application, String provider, String model) {}

    static TraceAssumption load() {
        return Bundled.read("trace/assumption.json", new TypeReference<>() {});
    }
}
