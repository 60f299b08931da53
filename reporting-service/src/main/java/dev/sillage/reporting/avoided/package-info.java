/**
 * Emissions that solutions avoided elsewhere: stored, listed and added up on their own.
 * It must not know footprints: nothing here is ever subtracted from one.
 */
@NullMarked
package dev.sillage.reporting.avoided;

import org.jspecify.annotations.NullMarked;
