/**
 * What a caller is told when a question cannot be answered: one format, one stable type per kind of problem.
 * It must not know figures, tables or Kafka, and must not let anything internal out.
 */
@NullMarked
package dev.sillage.reporting.problem;

import org.jspecify.annotations.NullMarked;
