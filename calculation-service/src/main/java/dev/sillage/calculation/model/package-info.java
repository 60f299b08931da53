/**
 * The numeric core: from an activity and factors to a footprint, and the explanation of how.
 * It must not know any framework, Kafka, HTTP or JSON.
 */
@NullMarked
package dev.sillage.calculation.model;

import org.jspecify.annotations.NullMarked;
