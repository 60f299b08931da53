/**
 * Decides who a request speaks for and from where the service may be reached.
 * It must not know factors, estimates, Kafka or what a request carries.
 */
@NullMarked
package dev.sillage.calculation.access;

import org.jspecify.annotations.NullMarked;
