package dev.sillage.calculation.vectors;

import java.util.List;
import java.util.Optional;

/** All that can be computed, and what need not be. */
final class VectorSets {
    private static final List<VectorSet> ALL = List.of(
            new AdemeVectors(),
            new AvoidedVectors(),
            new CcfVectors(),
            new EcologitsVectors(),
            new EquivalenceVectors(),
            new NetworkVectors(),
            new SwdVectors(),
            new TrainingVectors(),
            new VideoGenerationVectors(),
            new WaterVectors());

    /** Of superseded methods, or of peers whose figures are data of ours and not a method. */
    private static final List<String> NOT_REQUIRED =
            List.of("web/swd-v3/", "web/1byte/", "if/", "boavizta/", "water/spruce");

    static Optional<VectorSet> covering(String name) {
        return ALL.stream().filter(set -> set.covers(name)).findFirst();
    }

    /** Every set is required unless it is named here: one that nobody foresaw must not pass in silence. */
    static boolean isRequired(String name) {
        return NOT_REQUIRED.stream().noneMatch(name::startsWith);
    }

    private VectorSets() {}
}
