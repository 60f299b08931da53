/**
 * The names of models that senders gave and nobody knew, so that the registry can grow.
 * It must not know how a name is resolved or counted: it only reads what the aggregation keeps.
 */
@NullMarked
package dev.sillage.reporting.unknown;

import org.jspecify.annotations.NullMarked;
