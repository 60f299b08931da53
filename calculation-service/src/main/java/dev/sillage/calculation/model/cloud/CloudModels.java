package dev.sillage.calculation.model.cloud;

import dev.sillage.calculation.model.KindModel;
import java.util.List;

/** The kinds of {@code sillage-2026.1} that this package computes. */
public final class CloudModels {

    /** New models; each keeps its own memory of plans. */
    public static List<KindModel<?>> all() {
        return List.of(new ComputeModel(), new StorageModel());
    }

    private CloudModels() {}
}
