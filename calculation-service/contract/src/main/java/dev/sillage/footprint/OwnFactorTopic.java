package dev.sillage.footprint;

/**
 * The compacted topic of the factors that tenants set for themselves; the calculation service writes it, and each of its
 * replicas reads it whole before it computes anything. The key names tenant, factor key, zone and begin; the value is
 * JSON, or nothing for a factor that was deleted. For nobody else to write.
 */
public final class OwnFactorTopic {
    public static final String NAME = "sillage.factors";

    private OwnFactorTopic() {}
}
