/**
 * Every way in which this service says no over HTTP, in one list and one format (RFC 9457).
 * It must not know what was asked for, activities, or methodologies.
 */
@NullMarked
package dev.sillage.calculation.problem;

import org.jspecify.annotations.NullMarked;
