package dev.sillage.reporting.intensity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures per unit, in the shape of its JSON.
 *
 * @param from beginning of what is in the answer, on a full minute
 * @param to end, exclusive, on a full minute
 * @param groupBy the dimensions of the keys
 * @param filter as asked
 * @param groups one without dimensions
 */
record IntensityReport(Instant from, Instant to, List<String> groupBy, List<String> filter, List<Group> groups) {

    /**
     * Some activities.
     *
     * @param key by name of the dimension
     * @param activities how many
     * @param intensities at least one for each unit
     */
    record Group(Map<String, String> key, long activities, List<Intensity> intensities) {}

    /**
     * Figures per one unit. Only activities are in it that tell both the figure and the quantity.
     *
     * @param unit name of the unit
     * @param functionalUnit what was delivered, where that is what is counted; different things are never added up
     * @param countedBy where the quantity comes from
     * @param figures by wire name of the criterion; {@code sci} is location-based and embodied emissions together
     * @param absent why there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Intensity(
            String unit,
            @Nullable String functionalUnit,
            @Nullable String countedBy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Quotient.PerUnit> figures,
            @Nullable Absent absent) {}

    /** A stable code, and a sentence that says how there would be figures. */
    record Absent(String code, String detail) {}
}
