/**
 * Computes a tenant's history again, with another method or newer factors, and keeps before, after, who and why.
 * It must not know a formula, for the calculation computes over its API, nor Kafka: live activities go on meanwhile.
 */
@NullMarked
package dev.sillage.reporting.restate;

import org.jspecify.annotations.NullMarked;
