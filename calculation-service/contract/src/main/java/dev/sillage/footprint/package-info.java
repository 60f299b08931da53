/**
 * What calculation promises to everybody downstream: the footprint of one activity, its envelope and its topic.
 * It must not know JSON libraries, Kafka clients, formulas or any service: the JDK only.
 */
@NullMarked
package dev.sillage.footprint;

import org.jspecify.annotations.NullMarked;
