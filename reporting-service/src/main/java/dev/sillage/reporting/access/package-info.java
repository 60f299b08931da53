/**
 * Whose figures a request may see, and from where requests may come while there are no credentials.
 * It must not know figures, tables, Kafka or what is asked for.
 */
@NullMarked
package dev.sillage.reporting.access;

import org.jspecify.annotations.NullMarked;
