/**
 * The golden vectors of the reference methods, computed by the methods of production.
 * It must not know a formula: a formula that is written again in a test proves nothing.
 */
package dev.sillage.calculation.vectors;
