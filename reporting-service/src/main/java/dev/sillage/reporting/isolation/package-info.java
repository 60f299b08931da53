/**
 * Connections for questions of one tenant: they see its rows only, write nothing, end in time, and are few.
 * It must not know what is asked.
 */
@NullMarked
package dev.sillage.reporting.isolation;

import org.jspecify.annotations.NullMarked;
