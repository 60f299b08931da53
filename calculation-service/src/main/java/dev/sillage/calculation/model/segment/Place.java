package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.Factor;
import org.jspecify.annotations.Nullable;

/**
 * Where the electricity of an activity is made.
 *
 * @param zone ISO 3166-1 alpha-3, {@code EU} or {@code WOR}
 * @param grid greenhouse gases per kWh
 * @param water water consumed per kWh, where it is known
 */
record Place(String zone, Factor grid, @Nullable Factor water) {}
