/**
 * Where the electricity of an activity is made, and what it costs per kWh, with the fallbacks when that is not known.
 * It must not know any kind of activity.
 */
@NullMarked
package dev.sillage.calculation.model.place;

import org.jspecify.annotations.NullMarked;
