/**
 * Single activities: the newest of what is meant, one by its identity, and why its figures are what they are.
 * It must not know Kafka, and no formula: the calculation explains, over its public API.
 */
@NullMarked
package dev.sillage.reporting.activity;

import org.jspecify.annotations.NullMarked;
