/**
 * Digital life by our own method: devices, networks and data centres at the service of people.
 * It must not know models of artificial intelligence, clouds or other methodologies.
 */
@NullMarked
package dev.sillage.calculation.model.digital;

import org.jspecify.annotations.NullMarked;
