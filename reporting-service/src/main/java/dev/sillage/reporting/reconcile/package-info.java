/**
 * Whether what was accepted, computed and reported agrees, and what is the difference when it does not.
 * It must not change any count, and must not know the content of any record.
 */
@NullMarked
package dev.sillage.reporting.reconcile;

import org.jspecify.annotations.NullMarked;
