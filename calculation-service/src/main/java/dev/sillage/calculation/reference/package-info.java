/**
 * Shows what the service computes with: factors with their sources, and methodologies.
 * It must not know footprints, tenants or how anything is computed.
 */
@NullMarked
package dev.sillage.calculation.reference;

import org.jspecify.annotations.NullMarked;
