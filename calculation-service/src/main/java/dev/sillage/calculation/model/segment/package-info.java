/**
 * The footprint of digital life by segments: device, network, home router and data centre, each with its energy and its
 * share of making the hardware. It must not know any framework, Kafka, HTTP or JSON, nor models of AI.
 */
@NullMarked
package dev.sillage.calculation.model.segment;

import org.jspecify.annotations.NullMarked;
