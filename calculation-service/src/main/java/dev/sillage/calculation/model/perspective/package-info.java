/**
 * How much of an everyday thing emits as much as something else.
 * It must not know any activity, and compares only: nothing here is ever subtracted or offset.
 */
@NullMarked
package dev.sillage.calculation.model.perspective;

import org.jspecify.annotations.NullMarked;
