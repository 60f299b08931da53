/**
 * Where every constant comes from: the factor tables, read and checked whole at start, then immutable.
 * It must not know activities, formulas, any framework, Kafka, HTTP or JSON.
 */
@NullMarked
package dev.sillage.calculation.factor;

import org.jspecify.annotations.NullMarked;
