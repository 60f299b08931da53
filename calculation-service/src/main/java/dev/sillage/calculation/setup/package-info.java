/**
 * What the service is set up with at its start, checked before the first activity: factors, methodologies, and which
 * methodology computes which kind by default. It must not know what is computed with them, Kafka or HTTP.
 */
@NullMarked
package dev.sillage.calculation.setup;

import org.jspecify.annotations.NullMarked;
