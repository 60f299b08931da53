package dev.sillage.calculation.setup;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** How the service computes. */
@ConfigMapping(prefix = "sillage.calculation")
interface CalculationConfig {

    /**
     * The id of the methodology that computes a kind of activity, by the wire name of the kind, for example
     * {@code sillage.calculation.methodology.llm-inference=ecologits-2026-03}. A kind that is not named here has the
     * default of this version.
     */
    Map<String, String> methodology();
}
