/**
 * Who changed what of the report, when and why: a log that only grows.
 * It must not know what is changed, and never holds what identifies a person whom the data are about.
 */
@NullMarked
package dev.sillage.reporting.audit;

import org.jspecify.annotations.NullMarked;
